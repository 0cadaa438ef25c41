using System.Xml;

namespace Lrs.Packages.Xml;

/// <summary>Writes a place in a file: <c>imsmanifest.xml:12:5</c>.</summary>
internal static class Place
{
    public static string Of(string file, IXmlLineInfo at) => at.HasLineInfo() ? Of(file, at.LineNumber, at.LinePosition) : file;

    public static string Of(string file, int line, int column) => line > 0 ? $"{file}:{line}:{column}" : file;
}
