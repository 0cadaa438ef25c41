namespace Lrs.Packages.Zip;

/// <summary>Reads a zip's list of files and refuses what is hostile or damaged. Nothing is unpacked.</summary>
internal static class ZipReader
{
    public static ZipFile? Read(Stream zip, PackageLimits limits, Findings findings)
    {
        try
        {
            if (ZipEnd.Find(zip, findings) is not { } end)
            {
                return null;
            }

            var entries = ZipDirectory.Read(zip, end, limits, findings);
            if (!findings.Refused)
            {
                ZipChecks.Check(entries, end, limits, findings);
            }

            return new ZipFile(zip, entries);
        }
        catch (EndOfStreamException)
        {
            findings.Fault(ZipRules.Directory, "", "The zip's list of files ends too early. The file is damaged; zip the course again.");
            return null;
        }
    }
}
