"""Rewrites ../manifest.json's checksums and sizes from the files.  python write_manifest.py"""
import hashlib
import json
from pathlib import Path

MODELS = Path(__file__).resolve().parent.parent


def main():
    path = MODELS / "manifest.json"
    manifest = json.loads(path.read_text())
    for model in manifest["models"]:
        content = (MODELS / model["file"]).read_bytes()
        model["sha256"], model["bytes"] = hashlib.sha256(content).hexdigest(), len(content)
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
