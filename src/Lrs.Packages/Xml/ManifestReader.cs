using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Lrs.Packages.Xml;

/// <summary>
/// Reads a manifest's bytes: no document type, nothing fetched, capped in size, depth and number of elements. The caps are checked in a
/// first pass that builds nothing.
/// </summary>
internal static partial class ManifestReader
{
    // windows-1252 and its kin are what older authoring tools wrote; the framework knows them only when asked to.
    static ManifestReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Manifest? Read(Stream content, string name, PackageLimits limits, Findings findings)
    {
        var bytes = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int read; (read = content.Read(chunk)) > 0;)
        {
            if (bytes.Length + read > limits.ManifestBytes)
            {
                findings.Fault(XmlRules.TooLarge, name, $"The manifest has more than {limits.ManifestBytes:N0} bytes, which is the most it may have.");
                return null;
            }

            bytes.Write(chunk, 0, read);
        }

        try
        {
            return Parse(bytes, name, limits, findings, null);
        }
        catch (XmlException fault) when (IsPrefix(fault) && name.Equals("imsmanifest.xml", StringComparison.OrdinalIgnoreCase))
        {
            return Mend(bytes, name, limits, findings, fault);
        }
        catch (XmlException fault)
        {
            Explain(fault, name, findings);
            return null;
        }
    }

    // Some SCORM tools forget to declare the usual prefixes. Elements are found by local name, so that does no harm.
    private static Manifest? Mend(MemoryStream bytes, string name, PackageLimits limits, Findings findings, XmlException first)
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var prefix in (string[])["adlcp", "adlseq", "adlnav", "imsss", "imsmd", "lom", "xsi"])
        {
            names.AddNamespace(prefix, "urn:undeclared:" + prefix);
        }

        try
        {
            var manifest = Parse(bytes, name, limits, findings, new XmlParserContext(names.NameTable, names, null, XmlSpace.Default));
            if (manifest is not null)
            {
                findings.Warn(
                    XmlRules.PrefixMended, Place.Of(name, first.LineNumber, first.LinePosition),
                    $"{Reason(first)} It was read all the same; other systems may refuse the course.");
            }

            return manifest;
        }
        catch (XmlException fault)
        {
            Explain(fault, name, findings);
            return null;
        }
    }

    private static Manifest? Parse(MemoryStream bytes, string name, PackageLimits limits, Findings findings, XmlParserContext? context)
    {
        if (!WithinLimits(bytes, name, limits, findings, context))
        {
            return null;
        }

        bytes.Position = 0;
        using var xml = XmlReader.Create(bytes, Settings(limits), context);
        return new Manifest(name, XDocument.Load(xml, LoadOptions.SetLineInfo).Root!, findings);
    }

    private static bool WithinLimits(MemoryStream bytes, string name, PackageLimits limits, Findings findings, XmlParserContext? context)
    {
        bytes.Position = 0;
        using var xml = XmlReader.Create(bytes, Settings(limits), context);
        var elements = 0;
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Depth >= limits.Depth)
            {
                findings.Fault(
                    XmlRules.TooDeep, Place.Of(name, (IXmlLineInfo)xml),
                    $"Elements lie more than {limits.Depth} deep inside one another. Make the course's structure flatter.");
                return false;
            }

            if (LongAttribute(xml, limits) is { } attribute)
            {
                findings.Fault(
                    XmlRules.TooLong,
                    Place.Of(name, (IXmlLineInfo)xml),
                    $"The attribute '{attribute}' has more than {limits.AttributeCharacters:N0} characters, which is the most it may have.");
                return false;
            }

            if (++elements > limits.ManifestElements)
            {
                findings.Fault(
                    XmlRules.TooMany, Place.Of(name, (IXmlLineInfo)xml),
                    $"The manifest has more than {limits.ManifestElements:N0} elements, which is the most it may have.");
                return false;
            }
        }

        return true;
    }

    private static string? LongAttribute(XmlReader xml, PackageLimits limits)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.Value.Length > limits.AttributeCharacters)
            {
                return xml.Name;
            }
        }

        xml.MoveToElement();
        return null;
    }

    private static XmlReaderSettings Settings(PackageLimits limits) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.ManifestBytes,
        CloseInput = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static void Explain(XmlException fault, string name, Findings findings)
    {
        var where = Place.Of(name, fault.LineNumber, fault.LinePosition);
        var reason = Reason(fault);
        var (rule, message) = reason switch
        {
            _ when reason.Contains("DTD", StringComparison.Ordinal) =>
                (XmlRules.Dtd, "The manifest has a document type (<!DOCTYPE …>). No course needs one; remove it."),
            _ when IsPrefix(fault) =>
                (XmlRules.Prefix, $"{reason} Declare the prefix with xmlns:… on the manifest's first element, or export the course again."),
            _ when reason.Contains("ncoding", StringComparison.Ordinal) || reason.Contains("byte order mark", StringComparison.OrdinalIgnoreCase) =>
                (XmlRules.Encoding, $"The manifest's letters are not in the encoding that its first line names. Save it as UTF-8. ({reason})"),
            _ when reason.Contains("Root element is missing", StringComparison.Ordinal) =>
                (XmlRules.Malformed, "The manifest is empty. Export the course again."),
            _ => (XmlRules.Malformed, $"The manifest is not well-formed XML: {reason} Correct it here, or export the course again."),
        };
        findings.Fault(rule, where, message);
    }

    private static bool IsPrefix(XmlException fault) => fault.Message.Contains("undeclared prefix", StringComparison.Ordinal);

    private static string Reason(XmlException fault) => Position().Replace(fault.Message, "");

    [GeneratedRegex("""\s*Line \d+, position \d+\.$""")]
    private static partial Regex Position();
}
