namespace Lrs.Tests.Architecture;

/// <summary>The C# files below <c>src</c>, written by hand.</summary>
internal static class Sources
{
    public static IEnumerable<(string Path, string Text)> In(string folder) => Directory
        .EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "obj" or "bin" or "node_modules"))
        .Select(path => (path, File.ReadAllText(Repository.Path(path))));
}
