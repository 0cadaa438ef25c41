using System.Text;
using Lrs.Packages;
using Xunit;

namespace Lrs.Tests.Packages;

public sealed class ReadingAZip
{
    private static CoursePackage With(Func<RawEntry, RawEntry> bend, string name = "a") => ((Sample)Some.Cmi5().File(name, "four"u8.ToArray(), bend)).Good();

    private static string Text(CoursePackage package, string path)
    {
        using var reader = new StreamReader(package.Open(package.Find(path)!));
        return reader.ReadToEnd();
    }

    [Fact]
    public void Gives_every_file_with_its_length_and_checksum()
    {
        using var package = ((Sample)Some.Cmi5().File("media/film.vtt", "WEBVTT")).Good();

        var file = package.Files.Single(file => file.Path == "media/film.vtt");

        Assert.Equal(6, file.Length);
        Assert.Equal(ZipBuilder.Crc32("WEBVTT"u8), file.Crc32);
        Assert.Equal("WEBVTT", Text(package, "media/film.vtt"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1_000_003)]
    public void Checks_content_of_any_length(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        using var package = ((Sample)Some.Cmi5().File("a", content)).Good();
        var copy = new MemoryStream();

        using (var stream = package.Open(package.Find("a")!))
        {
            stream.CopyTo(copy);
        }

        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public void Reads_stored_entries() =>
        Assert.Equal("four", Text(With(entry => entry with { Method = 0, Data = "four"u8.ToArray() }), "a"));

    [Fact]
    public void Reads_entries_with_zip64_fields_and_a_zip64_end() => Assert.Equal(
        "four", Text(((Sample)ZipSamples.Good(new ZipBuilder { Zip64 = true }).File("a", "four"u8.ToArray(), entry => entry with { Zip64 = true })).Good(), "a"));

    [Theory]
    [InlineData(System.IO.Compression.CompressionLevel.NoCompression)]
    [InlineData(System.IO.Compression.CompressionLevel.SmallestSize)]
    public void Reads_what_the_framework_writes(System.IO.Compression.CompressionLevel level)
    {
        var zip = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new[] { ("cmi5.xml", Some.Structure(Some.Au())), ("index.html", "x"), ("média/ü.txt", "four") })
            {
                using var entry = new StreamWriter(archive.CreateEntry(name, level).Open());
                entry.Write(text);
            }
        }

        using var package = new Sample(zip).Good();

        Assert.Equal("four", Text(package, "média/ü.txt"));
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void Accepts_padding_behind_the_zip() => ((Sample)ZipSamples.Good(new ZipBuilder { Suffix = new byte[512] })).Good().Dispose();

    [Fact]
    public void Refuses_a_self_extracting_program_even_when_its_offsets_are_right()
    {
        var fault = Assert.Single(((Sample)ZipSamples.Good(new ZipBuilder { Prefix = new byte[64], OffsetsCountThePrefix = true })).Faults());

        Assert.Equal("zip.junk", fault.Rule);
    }

    [Theory]
    [InlineData("Rar!\u001a", "RAR")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("<!DOCTYPE html><html>", "web page")]
    [InlineData("MZ\u0090", "program")]
    public void Says_what_was_uploaded_instead(string content, string name)
    {
        var fault = Assert.Single(((Sample)Encoding.Latin1.GetBytes(content)).Faults());

        Assert.Equal("zip.format", fault.Rule);
        Assert.Contains(name, fault.Message);
    }

    [Fact]
    public void Finds_every_fault_of_every_entry_at_once()
    {
        var faults = ((Sample)Some.Cmi5().File("../a").File(@"..\b").File("c\u0007").File("/d")).Faults();

        Assert.Equal(["zip.slip", "zip.slip", "zip.name.control", "zip.name.absolute"], faults.Select(fault => fault.Rule));
        Assert.Equal(["../a", @"..\b", @"c\u0007", "/d"], faults.Select(fault => fault.Where));
    }

    [Fact]
    public void Turns_backslashes_into_folders() => Assert.NotNull(((Sample)Some.Cmi5().File(@"media\a.png")).Good().Find("media/a.png"));

    [Fact]
    public void Reads_names_marked_as_utf_8() => Assert.NotNull(With(entry => entry, "café.html").Find("café.html"));

    [Fact]
    public void Reads_utf_8_names_whose_mark_was_forgotten() => Assert.NotNull(With(entry => entry with { Flags = 0 }, "café.html").Find("café.html"));

    [Fact]
    public void Reads_names_in_code_page_437() =>
        Assert.NotNull(With(entry => entry with { Flags = 0, Name = [.. "caf"u8, 0x82, .. ".html"u8] }).Find("café.html"));

    [Fact]
    public void Prefers_the_unicode_path_field()
    {
        byte[] name = [.. "caf_.html"u8];
        byte[] unicode = Encoding.UTF8.GetBytes("café.html");
        byte[] field = [0x75, 0x70, (byte)(unicode.Length + 5), 0, 1, .. BitConverter.GetBytes(ZipBuilder.Crc32(name)), .. unicode];

        Assert.NotNull(With(entry => entry with { Flags = 0, Name = name, Extra = field }).Find("café.html"));
    }

    [Fact]
    public void Finds_names_that_a_mac_wrote_with_accents_apart() => Assert.NotNull(With(entry => entry, "re\u0301sume\u0301.html").Find("résumé.html"));

    [Fact]
    public void Finds_hangul_that_a_mac_wrote_in_letters() => Assert.NotNull(With(entry => entry, "\u1112\u1161\u11AB.html").Find("한.html"));

    [Fact]
    public void Prefers_the_exact_name_of_two_that_differ_in_case()
    {
        using var package = ((Sample)Some.Cmi5().File("a.js", "small").File("A.js", "large")).Good();

        Assert.Equal(("small", "large"), (Text(package, "a.js"), Text(package, "A.js")));
    }

    [Fact]
    public void Leaves_out_folders_and_what_systems_leave_behind()
    {
        using var package = ((Sample)Some.Cmi5().File("media/", "").File("__MACOSX/._index.html").File("media/.DS_Store").File("Thumbs.db")).Good();

        Assert.Equal(["cmi5.xml", "index.html"], package.Files.Select(file => file.Path));
    }

    [Fact]
    public void Says_once_that_a_whole_zip_is_encrypted()
    {
        var zip = new ZipBuilder();
        for (var i = 0; i < 1000; i++)
        {
            zip.Bent($"f{i}", entry => entry with { Flags = 1 });
        }

        Assert.Contains("1,000 of 1,000", Assert.Single(((Sample)zip).Faults()).Message);
    }

    [Fact]
    public void Refuses_a_pipe_as_it_refuses_a_link() =>
        Assert.Equal("zip.symlink", Assert.Single(((Sample)Some.Cmi5().Bent("pipe", entry => entry with { External = 0x11A40000 })).Faults()).Rule);

    [Fact]
    public void Adds_up_declared_sizes_without_overflow()
    {
        var zip = Some.Cmi5();
        for (var i = 0; i < 5; i++)
        {
            zip.Bent($"f{i}", entry => entry with { Length = uint.MaxValue - 1 });
        }

        Assert.Contains(((Sample)zip).Faults(), fault => fault.Rule == "zip.total.size");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Never_gives_more_or_less_than_the_declared_length(uint declared)
    {
        using var package = With(entry => entry with { Length = declared });

        var fault = Assert.Throws<PackageFaultException>(() => Text(package, "a"));

        Assert.Equal("zip.size", fault.Fault.Rule);
    }

    [Fact]
    public void Notices_an_entry_whose_local_header_is_missing() =>
        Assert.Equal("zip.corrupt", Assert.Throws<PackageFaultException>(() => Text(With(entry => entry with { LocalSignature = 7 }), "a")).Fault.Rule);

    [Fact]
    public async Task Notices_damage_when_read_asynchronously()
    {
        using var package = With(entry => entry with { Crc = 7 });
        await using var stream = package.Open(package.Find("a")!);

        var fault = await Assert.ThrowsAsync<PackageFaultException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(("zip.crc", "a"), (fault.Fault.Rule, fault.Fault.Where));
    }

    [Fact]
    public void Reports_a_damaged_manifest_as_a_fault()
    {
        Sample sample = new ZipBuilder().File("cmi5.xml", Encoding.UTF8.GetBytes(Some.Structure(Some.Au())), entry => entry with { Crc = 7 });

        Assert.Equal(("zip.crc", "cmi5.xml"), (sample.Faults()[0].Rule, sample.Faults()[0].Where));
    }

    [Fact]
    public void Reads_two_files_in_turns()
    {
        using var package = ((Sample)Some.Cmi5().File("a", "aaaa").File("b", "bbbb")).Good();
        using var a = package.Open(package.Find("a")!);
        using var b = package.Open(package.Find("b")!);

        Assert.Equal("abab", new string([(char)a.ReadByte(), (char)b.ReadByte(), (char)a.ReadByte(), (char)b.ReadByte()]));
    }

    [Fact]
    public void Gives_nothing_more_once_disposed()
    {
        var package = ((Sample)Some.Cmi5()).Good();
        package.Dispose();

        Assert.Throws<ObjectDisposedException>(() => package.Open(package.Files[0]));
    }

    [Fact]
    public void Leaves_the_stream_to_the_caller_when_refused()
    {
        Sample sample = new ZipBuilder();
        sample.Faults();

        Assert.True(sample.Content.CanRead);
    }
}
