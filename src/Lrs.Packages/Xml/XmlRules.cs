namespace Lrs.Packages.Xml;

/// <summary>Rules about manifests as XML.</summary>
internal static class XmlRules
{
    public static readonly PackageRule TooLarge = new("xml.size", "limit on the size of a manifest");
    public static readonly PackageRule TooDeep = new("xml.depth", "limit on the nesting of a manifest");
    public static readonly PackageRule TooMany = new("xml.elements", "limit on the number of elements");
    public static readonly PackageRule TooLong = new("xml.attribute.length", "limit on the length of attributes");
    public static readonly PackageRule Dtd = new("xml.dtd", "no manifest needs a document type, and it can be an attack");
    public static readonly PackageRule Prefix = new("xml.prefix", "Namespaces in XML 1.0 §5: every prefix is declared");
    public static readonly PackageRule PrefixMended = new("xml.prefix.mended", "Namespaces in XML 1.0 §5: every prefix is declared");
    public static readonly PackageRule Encoding = new("xml.encoding", "XML 1.0 §4.3.3: the bytes are in the declared encoding");
    public static readonly PackageRule Malformed = new("xml.malformed", "XML 1.0: well-formed");
}
