using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>Looks at the files under <c>media/</c>: known kinds only, and pictures in SVG that cannot run or fetch anything.</summary>
internal static partial class MediaReader
{
    private static readonly string[] Pictures = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"];
    private static readonly string[] Others = [".mp3", ".m4a", ".mp4", ".webm", ".vtt", ".pdf"];

    public static bool IsPicture(string name) => Pictures.Contains(Path.GetExtension(name));

    public static void Check(string name, byte[] bytes, SourceIndex index)
    {
        if (!IsPicture(name) && !Others.Contains(Path.GetExtension(name)))
        {
            index.Fault(name, 0, $"Files of this kind cannot be used; known are {string.Join(" ", Pictures.Concat(Others))}.");
        }

        if (bytes.Length is 0)
        {
            index.Fault(name, 0, "The file is empty.");
        }
        else if (name.EndsWith(".svg", StringComparison.Ordinal))
        {
            CheckSvg(name, bytes, index);
        }
    }

    private static void CheckSvg(string name, byte[] bytes, SourceIndex index)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000 };
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            foreach (var element in XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants())
            {
                CheckElement(name, element, index);
            }
        }
        catch (XmlException e)
        {
            index.Fault(name, Math.Max(1, e.LineNumber), $"The picture is not well-formed XML without a DTD: {e.Message}");
        }
    }

    private static void CheckElement(string name, XElement element, SourceIndex index)
    {
        var line = ((IXmlLineInfo)element).LineNumber;
        if (element.Name.LocalName is "script" or "foreignObject" or "iframe")
        {
            index.Fault(name, line, $"A picture must not hold <{element.Name.LocalName}>.");
        }

        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var local = attribute.Name.LocalName;
            if (local.StartsWith("on", StringComparison.OrdinalIgnoreCase) || (local is "href" or "src" && !attribute.Value.StartsWith('#')) || Fetches().IsMatch(attribute.Value))
            {
                index.Fault(name, line, $"A picture must not run or fetch anything: '{local}=\"{attribute.Value}\"'.");
            }
        }
    }

    [GeneratedRegex(@"url\(\s*['""]?(?!#)|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Fetches();
}
