using System.Text;
using Lrs.Packages;

namespace Lrs.Tests.Packages;

/// <summary>For each rule about zips, a zip that breaks it.</summary>
internal static class ZipSamples
{
    public static readonly IReadOnlyDictionary<string, Func<Sample>> All = new Dictionary<string, Func<Sample>>
    {
        ["zip.file.empty"] = () => Array.Empty<byte>(),
        ["zip.format"] = () => "# A text about courses"u8.ToArray(),
        ["zip.cut-off"] = () => Whole()[..60],
        ["zip.split"] = () => Good(new ZipBuilder { Disk = 2 }),
        ["zip.junk"] = () => Good(new ZipBuilder { Prefix = new byte[100] }),
        ["zip.directory"] = () => Good(new ZipBuilder { CountShift = 1 }),
        ["zip.empty"] = () => new ZipBuilder(),
        ["zip.entries"] = () => Limited(Some.Cmi5(), new PackageLimits { Entries = 1 }),
        ["zip.encrypted"] = () => Some.Cmi5().Bent("secret.html", entry => entry with { Flags = 1 }),
        ["zip.method"] = () => Some.Cmi5().Bent("a.html", entry => entry with { Method = 14 }),
        ["zip.symlink"] = () => Some.Cmi5().Bent("link", entry => entry with { External = 0xA1FF0000 }),
        ["zip.slip"] = () => Some.Cmi5().File("../../etc/cron.d/x"),
        ["zip.name.absolute"] = () => Some.Cmi5().File("/etc/passwd"),
        ["zip.name.drive"] = () => Some.Cmi5().File(@"C:\Windows\x.dll"),
        ["zip.name.control"] = () => Some.Cmi5().File("a\0.html"),
        ["zip.name.empty"] = () => Some.Cmi5().File(""),
        ["zip.name.length"] = () => Some.Cmi5().File(new string('a', 201)),
        ["zip.name.encoding"] = () => Some.Cmi5().Bent("", entry => entry with { Name = [.. "caf"u8, 0x82, .. ".html"u8] }),
        ["zip.duplicate"] = () => Some.Cmi5().File("a.js", "1").File("./a.js", "2"),
        ["zip.name.case"] = () => Some.Cmi5().File("a.js", "1").File("A.js", "2"),
        ["zip.file.size"] = () => Limited(Some.Cmi5().File("a", new string('x', 3000)), new PackageLimits { FileBytes = 2000 }),
        ["zip.total.size"] = () => Limited(Some.Cmi5().File("a", new string('x', 3000)), new PackageLimits { TotalBytes = 2000 }),
        ["zip.bomb"] = () => Some.Cmi5().File("zeros", new byte[11 << 20]),
        ["zip.overlap"] = () => Some.Cmi5().File("a").Bent("b", entry => entry with { Offset = 0 }),
        ["zip.size"] = () => Some.Cmi5().File("a", "four"u8.ToArray(), entry => entry with { Length = 5 }),
        ["zip.crc"] = () => Some.Cmi5().File("a", "four"u8.ToArray(), entry => entry with { Crc = 1 }),
        ["zip.corrupt"] = () => Some.Cmi5().File("a", "four"u8.ToArray(), entry => entry with { Data = [0xFF, 0xFF, 0xFF, 0xFF] }),
    };

    public static byte[] Whole()
    {
        var zip = new MemoryStream();
        Some.Cmi5().Build().CopyTo(zip);
        return zip.ToArray();
    }

    public static ZipBuilder Good(ZipBuilder zip) => zip.File("cmi5.xml", Some.Structure(Some.Au())).File("index.html");

    private static Sample Limited(ZipBuilder zip, PackageLimits limits) => new(zip.Build()) { Limits = limits };
}
