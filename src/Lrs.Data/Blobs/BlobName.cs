using System.Text.RegularExpressions;

namespace Lrs.Data.Blobs;

/// <summary>
/// What a blob may be called: segments of a–z, 0–9, '.', '_' and '-' that start with a letter or digit and do not end with a
/// dot, divided by '/', at most 200 characters. No capitals, so that every file system and Azure agree which names are
/// the same; no leading dots, so that no name leads out of the folder.
/// </summary>
internal static partial class BlobName
{
    private const int MaxLength = 200;

    public static string Checked(string name) => name.Length <= MaxLength && Whole().IsMatch(name)
        ? name
        : throw new ArgumentException($"'{name}' is not a blob name: lower-case letters, digits, '.', '_' and '-' in segments divided by '/', at most {MaxLength} characters.", nameof(name));

    public static string CheckedPrefix(string prefix) => prefix.Length <= MaxLength && Beginning().IsMatch(prefix)
        ? prefix
        : throw new ArgumentException($"No blob name starts with '{prefix}'.", nameof(prefix));

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9._-]*[a-z0-9_-])?(/[a-z0-9]([a-z0-9._-]*[a-z0-9_-])?)*\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9._-]*[a-z0-9_-])?/)*([a-z0-9][a-z0-9._-]*)?\z")]
    private static partial Regex Beginning();
}
