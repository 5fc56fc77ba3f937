const EditorPage = () => null;
export default EditorPage;
