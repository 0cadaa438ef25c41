namespace Lrs.Packages.Zip;

/// <summary>An entry of a zip's central directory, as declared there.</summary>
/// <param name="Name">The name as text, not yet normalised.</param>
/// <param name="Offset">Where its local header begins.</param>
internal sealed record ZipEntry(string Name, int Flags, int Method, uint Crc32, long Packed, long Length, long Offset, int NameBytes, int UnixMode, bool DosFolder)
{
    // Bits 0 (encrypted), 6 (strong encryption) and 13 (masked headers); method 99 is WinZip's AES.
    public bool IsEncrypted => (Flags & 0x2041) != 0 || Method == 99;

    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\') || (DosFolder && Length == 0) || (UnixMode & 0xF000) == 0x4000;

}
