using System.Buffers.Binary;
using System.Text;

namespace Lrs.Packages.Zip;

/// <summary>Turns the bytes of names into text. Zips older than UTF-8, and tools that forget its flag, are common.</summary>
internal static class EntryNames
{
    private const int Utf8Flag = 0x800;
    private const int UnicodePathField = 0x7075;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding CodePage437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>The Unicode path field if it belongs to this name, else UTF-8 if the bytes are, else code page 437.</summary>
    public static string Decode(ReadOnlySpan<byte> name, int flags, ReadOnlySpan<byte> extra, out bool guessed)
    {
        guessed = false;
        var unicode = Extra(extra, UnicodePathField);
        if (unicode.Length > 5 && unicode[0] == 1 && BinaryPrimitives.ReadUInt32LittleEndian(unicode[1..]) == Crc32.Of(name) && Utf8(unicode[5..]) is { } path)
        {
            return path;
        }

        if (Utf8(name) is { } text)
        {
            return text;
        }

        guessed = (flags & Utf8Flag) != 0;
        return CodePage437.GetString(name);
    }

    /// <summary>The data of an extra field (APPNOTE 4.5), empty when there is none.</summary>
    public static ReadOnlySpan<byte> Extra(ReadOnlySpan<byte> extra, int id)
    {
        while (extra.Length >= 4)
        {
            int size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == id)
            {
                return extra.Slice(4, size);
            }

            extra = extra[(4 + size)..];
        }

        return [];
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
