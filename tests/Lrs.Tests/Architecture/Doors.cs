using System.Text.RegularExpressions;
using Xunit;

namespace Lrs.Tests.Architecture;

public sealed class Doors
{
    // Every feature of the server, and the other features it may use. This is the list; a new door is a line here.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["About"] = [],
        ["Accounts"] = [],
        ["Activities"] = ["Statements"], // for definitions, which are a view of the log
        ["Agents"] = ["Statements"], // for names, which are a view of the log
        ["Courses"] = [],
        ["Documents"] = [],
        ["Http"] = [],
        ["People"] = ["Reports"], // after a load, whose the rows of the reports are
        ["Lti"] = ["Player"],
        ["Mapping"] = [],
        ["Metrics"] = ["Statements"], // how far the views are behind the log
        ["Operations"] = ["Courses", "Statements"], // modules' sources for authors' commands; views, which it has built again
        ["Pages"] = ["Courses", "Player"], // pages show courses and launch them
        ["Player"] = ["Courses", "Documents", "Statements"],
        ["Reports"] = ["Statements"], // for the follower, which reads the log
        ["Settings"] = [],
        ["Statements"] = [],
        ["Surveys"] = ["Courses", "Statements"], // what a course's package asks; the log that answers are released into
    };

    private static readonly string[] OpenToAll = ["Accounts", "Http", "Settings"];

    [Fact]
    public void A_feature_uses_others_through_its_doors_only() => Assert.Empty(Sources.In("src/Lrs.Server")
        .Where(file => file.Path is not "src/Lrs.Server/Program.cs")
        .SelectMany(file => Uses(file.Text).Except([Feature(file.Path), .. OpenToAll, .. Allowed.GetValueOrDefault(Feature(file.Path), [])]).Select(used => $"{file.Path} uses {used}")));

    [Fact]
    public void Every_feature_is_in_the_list() => Assert.Empty(
        Sources.In("src/Lrs.Server").Select(file => Feature(file.Path)).Where(feature => feature.Length > 0).Distinct().Except(Allowed.Keys));

    [Fact]
    public void A_feature_is_its_folder_and_its_namespace() => Assert.Empty(Sources.In("src/Lrs.Server")
        .Where(file => Feature(file.Path).Length > 0 && !Regex.IsMatch(file.Text, $@"^namespace Lrs\.Server\.{Feature(file.Path)}[;.]", RegexOptions.Multiline))
        .Select(file => file.Path));

    // The folder below Lrs.Server; a file that lies in none has no feature.
    private static string Feature(string path) => path.Split('/') is [_, _, var folder, _, ..] ? folder : "";

    private static IEnumerable<string> Uses(string text) => Regex.Matches(text, @"\bLrs\.Server\.(\w+)").Select(match => match.Groups[1].Value).Distinct();
}
