"""Plays a file over RTSP with GStreamer's server; each client sees it from its start."""

import argparse

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

arguments = argparse.ArgumentParser()
arguments.add_argument("file", help="an mp4 or ts with one stream")
arguments.add_argument("--codec", choices=["h264", "h265"], default="h264")
arguments.add_argument("--transport", choices=["tcp", "udp"], help="refuse the other one")
arguments.add_argument("--digest", action="store_true", help="ask for the password by digest, not basic")
arguments.add_argument("--path", default="/camera")
arguments.add_argument("--port", default="0")
arguments.add_argument("--user")
arguments.add_argument("--password", default="")
options = arguments.parse_args()

Gst.init(None)
server = GstRtspServer.RTSPServer.new()
server.set_address("127.0.0.1")
server.set_service(options.port)

factory = GstRtspServer.RTSPMediaFactory.new()
demux = "tsdemux" if options.file.endswith(".ts") else "qtdemux"
# A stream that changes names its shape with each key frame; to ffmpeg that can look like a frame more.
interval = -1 if demux == "tsdemux" else 1
pays = f"{options.codec}parse ! rtp{options.codec}pay name=pay0 pt=96 config-interval={interval}"
factory.set_launch(f'( filesrc location="{options.file}" ! {demux} ! {pays} )')
if options.transport == "udp":
    factory.set_protocols(GstRtsp.RTSPLowerTrans.UDP)
if options.transport == "tcp":
    factory.set_protocols(GstRtsp.RTSPLowerTrans.TCP)

if options.user:
    role = GstRtspServer.RTSPToken()
    role.set_string("media.factory.role", "viewer")
    auth = GstRtspServer.RTSPAuth.new()
    if options.digest:
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(options.user, options.password, role)
    else:
        auth.add_basic(GstRtspServer.RTSPAuth.make_basic(options.user, options.password), role)
    server.set_auth(auth)
    factory.add_role_from_structure(
        Gst.Structure.new_from_string(
            "viewer, media.factory.access=(boolean)true, media.factory.construct=(boolean)true"
        )
    )

server.get_mount_points().add_factory(options.path, factory)
if server.attach(None) == 0:
    raise SystemExit(f"port {options.port} is taken")
print(f"serving on port {server.get_bound_port()}", flush=True)
GLib.MainLoop().run()
