using System.Text;

namespace Lrs.Packages.Zip;

/// <summary>Names what a file is by its first bytes, so that a refusal can say what was uploaded instead of a zip.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        ([0x1F, 0x8B], "a gzip file"),
        ("BZh"u8.ToArray(), "a bzip2 file"),
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ("MZ"u8.ToArray(), "a Windows program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ("GIF8"u8.ToArray(), "a picture"),
        ("ID3"u8.ToArray(), "a sound file"),
        ("PK\u0007\u0008"u8.ToArray(), "the first part of a split zip"),
    ];

    public static string Name(ReadOnlySpan<byte> head)
    {
        foreach (var (start, name) in Known)
        {
            if (head.StartsWith(start))
            {
                return name;
            }
        }

        if (head.Length >= 8 && head[4..].StartsWith("ftyp"u8))
        {
            return "a video";
        }

        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return "a web page";
        }

        return head.ContainsAnyInRange((byte)0, (byte)8) ? "some other kind of file" : "a text file";
    }

    /// <summary>True for an XML document, which may be a bare course structure; a web page is none.</summary>
    public static bool IsXml(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && Name(head) != "a web page";
    }
}
