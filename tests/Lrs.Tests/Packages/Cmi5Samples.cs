using System.Text;

namespace Lrs.Tests.Packages;

/// <summary>For each rule about cmi5.xml, one that breaks it.</summary>
internal static class Cmi5Samples
{
    private const string Objectives = """<objectives><objective id="https://example.com/o"><title><langstring>O</langstring></title><description><langstring>O</langstring></description></objective></objectives>""";

    public static readonly IReadOnlyDictionary<string, Func<Sample>> All = new Dictionary<string, Func<Sample>>
    {
        ["cmi5.root"] = () => Some.Zip("cmi5.xml", "<courseStructure xmlns=\"https://example.com/other\"/>"),
        ["cmi5.element.unknown"] = () => At(Some.Cmi5(Some.Au().Replace("</au>", "<duration>5</duration></au>")), "cmi5.xml:7:"),
        ["cmi5.element.order"] = () => Some.Cmi5($"<au id=\"https://example.com/1\"><url>index.html</url>{Some.Texts()}</au>"),
        ["cmi5.element.repeated"] = () => Some.Cmi5(Some.Au().Replace("</url>", "</url><url>index.html</url>")),
        ["cmi5.element.missing"] = () => Some.Cmi5("<au id=\"https://example.com/1\"><title><langstring>T</langstring></title><url>index.html</url></au>"),
        ["cmi5.text.stray"] = () => Some.Cmi5("loose words" + Some.Au()),
        ["cmi5.attribute.unknown"] = () => Some.Cmi5(Some.Au(attributes: "moveon=\"Passed\"")),
        ["cmi5.course.id.missing"] = () => Some.Zip("cmi5.xml", Some.Structure(Some.Au(), Some.Course.Replace(" id=\"https://example.com/course\"", ""))),
        ["cmi5.block.id.missing"] = () => Some.Cmi5($"<block>{Some.Texts()}{Some.Au()}</block>"),
        ["cmi5.objective.id.missing"] = () => Some.Cmi5(Objectives.Replace(" id=\"https://example.com/o\"", "") + Some.Au()),
        ["cmi5.au.id.missing"] = () => Some.Cmi5(Some.Au(id: "  ")),
        ["cmi5.iri"] = () => Some.Cmi5(Some.Au(id: "example.com/au/1")),
        ["cmi5.block.id.duplicate"] = () => Some.Cmi5(Block("https://example.com/b", Some.Au("https://example.com/1")) + Block("https://example.com/b", Some.Au("https://example.com/2"))),
        ["cmi5.objective.id.duplicate"] = () => Some.Cmi5(Objectives.Replace("</objectives>", Objectives["<objectives>".Length..]) + Some.Au()),
        ["cmi5.au.id.duplicate"] = () => Some.Cmi5(Some.Au() + Some.Au()),
        ["cmi5.course.id.duplicate"] = () => Some.Cmi5(Some.Au(id: "https://example.com/course")),
        ["cmi5.objective.reference"] = () => Some.Cmi5(Referring("https://example.com/unknown")),
        ["cmi5.language"] = () => Some.Cmi5(Some.Au().Replace("lang=\"en\"", "lang=\"English (UK)\"")),
        ["cmi5.title.empty"] = () => Some.Cmi5(Some.Au().Replace(">T<", "> <")),
        ["cmi5.au.moveon"] = () => Some.Cmi5(Some.Au(attributes: "moveOn=\"passed\"")),
        ["cmi5.au.launchmethod"] = () => Some.Cmi5(Some.Au(attributes: "launchMethod=\"NewWindow\"")),
        ["cmi5.au.masteryscore"] = () => Some.Cmi5(Some.Au(attributes: "masteryScore=\"80\"")),
        ["cmi5.au.masteryscore.precision"] = () => Some.Cmi5(Some.Au(attributes: "masteryScore=\"0.80001\"")),
        ["cmi5.au.url.missing"] = () => Some.Cmi5($"<au id=\"https://example.com/1\">{Some.Texts()}</au>"),
        ["cmi5.au.url"] = () => Some.Cmi5(Some.Au(url: "http://example.com index.html")),
        ["cmi5.au.url.scheme"] = () => Some.Cmi5(Some.Au(url: "javascript:alert(1)")),
        ["cmi5.au.url.reserved"] = () => Some.Cmi5(Some.Au(url: "index.html?endpoint=http://example.org/lrs")),
        ["cmi5.au.url.file"] = () => Some.Cmi5(Some.Au(url: "not-found.html")),
        ["cmi5.au.url.outside"] = () => Some.Cmi5(Some.Au(url: "../index.html")),
        ["cmi5.au.url.relative"] = () => Encoding.UTF8.GetBytes(Some.Structure(Some.Au())),
        ["cmi5.au.url.root"] = () => Some.Cmi5(Some.Au(url: "/index.html")),
    };

    public static string Block(string id, string inside) => $"<block id=\"{id}\">{Some.Texts("Block")}{inside}</block>";

    public static string Referring(string objective, string id = "https://example.com/au/1") =>
        $"<au id=\"{id}\">{Some.Texts()}<objectives><objective idref=\"{objective}\"/></objectives><url>index.html</url></au>";

    private static Sample At(ZipBuilder zip, string where) => new(zip.Build()) { Where = where };
}
