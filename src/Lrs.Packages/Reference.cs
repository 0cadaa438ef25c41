using System.Text.RegularExpressions;
using Lrs.Packages.Zip;

namespace Lrs.Packages;

/// <summary>A reference from a manifest, cut in three: path, query with its <c>?</c>, fragment with its <c>#</c>. Parts that are absent are empty.</summary>
internal sealed partial record Reference(string Path, string Query, string Fragment)
{
    public static Reference Of(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var (rest, fragment) = hash < 0 ? (text, "") : (text[..hash], text[hash..]);
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new Reference(rest, "", fragment) : new Reference(rest[..question], rest[question..], fragment);
    }

    /// <summary>True for a reference with a scheme. One letter is a drive of Windows, not a scheme.</summary>
    public static bool HasScheme(string text) => Scheme().IsMatch(text);

    /// <summary>Joins a path to the folder it counts from; null when it climbs out of the package. Backslashes count as slashes.</summary>
    public static string? Join(string folder, string path)
    {
        path = path.Replace('\\', '/');
        var open = new List<string>();
        foreach (var segment in (path.StartsWith('/') ? path : folder + "/" + path).Split('/'))
        {
            if (segment == "..")
            {
                if (open.Count == 0)
                {
                    return null;
                }

                open.RemoveAt(open.Count - 1);
            }
            else if (segment is not ("" or "."))
            {
                open.Add(segment);
            }
        }

        return string.Join('/', open);
    }

    /// <summary>Finds the file meant: percent-decoded once; or, for tools that forgot to encode, as written.</summary>
    public static Found? Find(PackageFiles files, string path) => files.Find(Uri.UnescapeDataString(path)) ?? files.Find(path);

    /// <summary>The file's address relative to the package's root.</summary>
    public static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex Scheme();
}
