namespace Lrs.Packages.Zip;

/// <summary>Rules about the zip file. APPNOTE is PKWARE's description of the format.</summary>
internal static class ZipRules
{
    public static readonly PackageRule Empty = new("zip.file.empty", "an upload has content");
    public static readonly PackageRule NotAZip = new("zip.format", "cmi5 14, SCORM CAM 3.2: a package is a zip");
    public static readonly PackageRule CutOff = new("zip.cut-off", "APPNOTE 4.3.16: the end record closes the file");
    public static readonly PackageRule Split = new("zip.split", "APPNOTE 8: split archives cannot be read alone");
    public static readonly PackageRule Junk = new("zip.junk", "APPNOTE 4.3.6: the file begins with the first entry");
    public static readonly PackageRule Directory = new("zip.directory", "APPNOTE 4.3.12: central directory");
    public static readonly PackageRule NoEntries = new("zip.empty", "a package has files");
    public static readonly PackageRule TooManyEntries = new("zip.entries", "limit on the number of entries");
    public static readonly PackageRule Encrypted = new("zip.encrypted", "APPNOTE 4.4.4 bit 0: content must be readable");
    public static readonly PackageRule Method = new("zip.method", "APPNOTE 4.4.5: stored or deflated");
    public static readonly PackageRule Symlink = new("zip.symlink", "links could lead out of the package");
    public static readonly PackageRule Slip = new("zip.slip", "paths stay inside the package");
    public static readonly PackageRule Absolute = new("zip.name.absolute", "APPNOTE 4.4.17.1: no leading slash");
    public static readonly PackageRule Drive = new("zip.name.drive", "APPNOTE 4.4.17.1: no drive letter");
    public static readonly PackageRule Control = new("zip.name.control", "names are text");
    public static readonly PackageRule NameEmpty = new("zip.name.empty", "every file has a name");
    public static readonly PackageRule NameLength = new("zip.name.length", "limit on the length of names");
    public static readonly PackageRule NameEncoding = new("zip.name.encoding", "APPNOTE appendix D: UTF-8 names");
    public static readonly PackageRule Duplicate = new("zip.duplicate", "one path, one file");
    public static readonly PackageRule CaseOnly = new("zip.name.case", "many servers and disks do not tell case apart");
    public static readonly PackageRule FileTooLarge = new("zip.file.size", "limit on the size of a file");
    public static readonly PackageRule TotalTooLarge = new("zip.total.size", "limit on the size of a package");
    public static readonly PackageRule Bomb = new("zip.bomb", "limit on the ratio of compression");
    public static readonly PackageRule Overlap = new("zip.overlap", "every entry has its own data");
    public static readonly PackageRule Size = new("zip.size", "APPNOTE 4.4.9: sizes are true");
    public static readonly PackageRule Crc = new("zip.crc", "APPNOTE 4.4.7: checksums are true");
    public static readonly PackageRule Corrupt = new("zip.corrupt", "data can be unpacked");
}
