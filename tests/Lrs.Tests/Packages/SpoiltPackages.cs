using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class SpoiltPackages
{
    public static TheoryData<string, int> Cases => new MatrixTheoryData<string, int>(["cmi5", "scorm12", "scorm2004", "xapi"], [.. Enumerable.Range(1, 8)]);

    /// <summary>Whatever the bytes: an outcome, or a fault while a file is read; never another exception, never endless data.</summary>
    [Theory, MemberData(nameof(Cases))]
    public void Are_answered_never_thrown_over(string kind, int seed)
    {
        var whole = new MemoryStream();
        Make(kind).Build().CopyTo(whole);
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var bytes = Spoil(whole.ToArray(), random);
            foreach (var (rule, _, _) in ((Sample)bytes).Findings())
            {
                Assert.NotEmpty(rule);
            }
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Manifests_are_answered_never_thrown_over(string kind, int seed)
    {
        using var package = ((Sample)Make(kind)).Good();
        var xml = new MemoryStream();
        using (var content = package.Open(package.Find(package.Manifest)!))
        {
            content.CopyTo(xml);
        }

        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            ((Sample)new ZipBuilder().File(package.Manifest, Spoil(xml.ToArray(), random)).File("index.html")).Findings();
        }
    }

    /// <summary>Each of these took minutes or gigabytes in some reader.</summary>
    [Theory]
    [InlineData("vcard")]
    [InlineData("action")]
    [InlineData("bases")]
    [InlineData("names")]
    public void Cannot_make_the_reader_slow_or_large(string attack)
    {
        var many = new string('\n', 2_000_000);
        Sample sample = attack switch
        {
            "vcard" => Some.Zip("imsmanifest.xml", Some.Manifest12(metadata:
                $"<schemaversion>1.2</schemaversion><lom><lifecycle><contribute><role><value><langstring>publisher</langstring></value></role><centity><vcard>x{many}x</vcard></centity></contribute></lifecycle></lom>")),
            "action" => Some.Scorm12(Some.Item.Replace("</item>", $"<adlcp:timelimitaction>x{many}x</adlcp:timelimitaction></item>")),
            "bases" => Some.Zip("imsmanifest.xml", Some.Manifest12(resources:
                string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<resource identifier=\"r{i}\" xml:base=\"a\"/>"))).Replace("<resources>", $"<resources xml:base=\"{new string('a', 8000)}\">")),
            _ => Some.Scorm12(string.Concat(Enumerable.Repeat($"<item identifier=\"{new string('i', 8000)}\"/>", 1000))),
        };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        sample.Findings();

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400L << 20);
    }

    private static byte[] Spoil(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(20))..], 0];
                    break;
                default:
                    var from = random.Next(bytes.Length);
                    bytes = [.. bytes[..at], .. bytes[from..Math.Min(bytes.Length, from + random.Next(60))], .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }

    private static ZipBuilder Make(string kind) => kind switch
    {
        "cmi5" => Some.Cmi5(Cmi5Samples.Block("https://example.com/b", Some.Au(attributes: "masteryScore=\"0.8\""))),
        "scorm12" => Some.Scorm12(),
        "scorm2004" => Some.Scorm2004(),
        _ => Some.TinCan(),
    };
}
