using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

/// <summary>
/// The example files of <c>tests/corpus</c>. A file is read as a request of version 1.0.3 and as one of 2.0.0; with <c>.v1</c> or <c>.v2</c> in
/// its name only as that.
/// </summary>
internal static class Corpus
{
    public static string Folder { get; } = Repository.Path("tests/corpus");

    public static TheoryData<string> Valid => Files("valid");

    public static TheoryData<string> Invalid => Files("invalid");

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static IEnumerable<XapiVersion> Versions(string file) =>
        file.Contains(".v1.", StringComparison.Ordinal) ? [XapiVersion.V1]
        : file.Contains(".v2.", StringComparison.Ordinal) ? [XapiVersion.V2]
        : [XapiVersion.V1, XapiVersion.V2];

    private static TheoryData<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
