using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Cmi5;

/// <summary>Values of the course structure, trimmed (cmi5 13.1) and held against their types.</summary>
internal static partial class Cmi5Values
{
    /// <summary>An identifier that the element must have and that is an absolute IRI. Faults are noted; null when it is missing.</summary>
    public static string? Id(Manifest manifest, XElement element, PackageRule missing)
    {
        var attribute = element.Attribute("id");
        if (attribute is null || attribute.Value.Trim().Length == 0)
        {
            manifest.Fault(missing, (XObject?)attribute ?? element, $"<{element.Name.LocalName}> needs an id: an IRI such as https://example.com/courses/1.");
            return null;
        }

        return Iri(manifest, attribute);
    }

    public static string Iri(Manifest manifest, XAttribute attribute)
    {
        var value = attribute.Value.Trim();
        if (!Absolute().IsMatch(value))
        {
            manifest.Fault(
                Cmi5Rules.Iri, attribute,
                $"'{value}' in {attribute.Name.LocalName} is not a whole IRI. "
                + "Write it with its scheme and without spaces, such as https://example.com/courses/1.");
        }

        return value;
    }

    public static string Choice(Manifest manifest, XElement element, string name, PackageRule rule, IReadOnlyList<string> allowed)
    {
        var attribute = element.Attribute(name);
        var value = attribute?.Value.Trim() ?? allowed[0];
        if (!allowed.Contains(value))
        {
            manifest.Fault(rule, attribute!, $"{name} is '{value}'. Allowed: {string.Join(", ", allowed)}.");
        }

        return value;
    }

    public static decimal? Score(Manifest manifest, XAttribute? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        var text = attribute.Value.Trim();
        if (!Decimal().IsMatch(text) || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)
            || score is < 0 or > 1)
        {
            manifest.Fault(Cmi5Rules.MasteryScore, attribute, $"masteryScore is '{text}'. It is a number from 0 to 1, such as 0.8 for 80 percent.");
            return null;
        }

        if (score != Math.Round(score, 4))
        {
            manifest.Warn(Cmi5Rules.MasteryPrecision, attribute, $"masteryScore is '{text}'; cmi5 allows four decimal places.");
        }

        return score;
    }

    /// <summary>The language of the first text of a title.</summary>
    public static string? LanguageOf(XElement? element) =>
        element?.Element(element.Name.Namespace + "langstring")?.Attribute("lang")?.Value.Trim();

    /// <summary>The first text of a title or description, held against the schema with all the others.</summary>
    public static string Text(Manifest manifest, XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        ShapeCheck.Check(manifest, element, Shape.Texts);
        string? first = null;
        foreach (var langstring in element.Elements(element.Name.Namespace + "langstring"))
        {
            ShapeCheck.Check(manifest, langstring, Shape.LangString);
            var lang = langstring.Attribute("lang");
            if (lang is not null && !Language().IsMatch(lang.Value.Trim()))
            {
                manifest.Fault(Cmi5Rules.Language, lang, $"'{lang.Value}' is not a language tag. Write one such as en-GB.");
            }

            first ??= langstring.Value.Trim();
        }

        return first ?? "";
    }

    // Not System.Uri: it mends what must be refused.
    [GeneratedRegex("""^[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>"{}|\\^`]+$""")]
    private static partial Regex Absolute();

    [GeneratedRegex("""^[+-]?(\d+(\.\d*)?|\.\d+)$""")]
    private static partial Regex Decimal();

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$")]
    private static partial Regex Language();
}
