using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Lrs.Packages.Modules;

/// <summary>Writes a manifest as UTF-8 without a byte order mark, indented, with the same line ends everywhere.</summary>
internal static class ManifestXml
{
    public static byte[] Write(XElement root)
    {
        using var memory = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(memory, settings))
        {
            new XDocument(root).Save(writer);
        }

        return memory.ToArray();
    }
}
