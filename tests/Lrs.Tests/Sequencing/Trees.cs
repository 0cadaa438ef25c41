using Lrs.Packages;
using Lrs.Server.Courses;
using Lrs.Server.Player;

namespace Lrs.Tests.Sequencing;

/// <summary>Activity trees for tests, and where a learner stands in them.</summary>
internal static class Trees
{
    public const string Flow = """<controlMode flow="true"/>""";

    /// <summary>A version of a course with this root; leaves are numbered in order.</summary>
    public static ActivityTree Of(StructureNode root, PackageKind kind = PackageKind.Scorm2004, params string?[] prerequisites)
    {
        var count = 0;
        StructureNode Numbered(StructureNode node) => node with { Unit = node.Children.Count == 0 ? count++ : null, Children = [.. node.Children.Select(Numbered)] };
        var numbered = Numbered(root);
        return ActivityTree.Of(new CourseVersion
        {
            Id = Guid.NewGuid(),
            Course = new Course { Id = Guid.NewGuid(), Activity = "https://example.org/c", Title = "C", Kind = kind, Created = default, Updated = default, Current = Guid.Empty, Version = 1 },
            Number = 1,
            Standard = "1",
            Title = "C",
            Created = default,
            Structure = new CourseStructure(numbered, [], []),
            Warnings = [],
            Blocks = [],
            Units = [.. Enumerable.Range(0, count).Select(position => new Unit
            {
                Id = Guid.NewGuid(), Position = position, Course = Guid.Empty, Version = Guid.Empty, Identifier = $"{position}", Title = $"{position}", Activity = "https://example.org/a",
                Launch = "index.html", IsAsset = false, Visible = true, Prerequisites = prerequisites.ElementAtOrDefault(position),
            })],
        });
    }

    /// <summary>A cluster or a leaf with the inside of its sequencing; null for none.</summary>
    public static StructureNode Node(string name, string? sequencing, params StructureNode[] children) => new()
    {
        Identifier = name,
        Title = name,
        Kind = children.Length == 0 ? CourseNodeKind.Unit : CourseNodeKind.Block,
        Sequencing = sequencing is null ? null : $"""<imsss:sequencing xmlns:imsss="http://www.imsglobal.org/xsd/imsss">{sequencing.Replace("<", "<imsss:").Replace("<imsss:/", "</imsss:")}</imsss:sequencing>""",
        Children = children,
    };

    public static string Before(string action, string condition, string how = "") => $"""
        <sequencingRules><preConditionRule><ruleConditions><ruleCondition condition="{condition}" {how}/></ruleConditions><ruleAction action="{action}"/></preConditionRule></sequencingRules>
        """;

    public static string After(string action, string condition) => $"""
        <sequencingRules><postConditionRule><ruleConditions><ruleCondition condition="{condition}"/></ruleConditions><ruleAction action="{action}"/></postConditionRule></sequencingRules>
        """;

    /// <summary>Nothing was opened, apart from what the words say, by position: passed, failed, completed, incomplete or empty.</summary>
    public static SequencingState State(ActivityTree tree, int? current = null, bool suspended = false, params string[] words)
    {
        var count = tree.All.Count(activity => activity.Unit is not null);
        return new SequencingState([.. Enumerable.Range(0, count).Select(position => Status(words.ElementAtOrDefault(position) ?? ""))], current, suspended);
    }

    /// <summary>What is delivered, in a word: the unit's position, <c>nothing</c>, <c>left</c>, <c>suspended</c> or <c>refused</c>.</summary>
    public static string Decide(ActivityTree tree, SequencingState state, string request) => Sequencer.Decide(tree, state, NavigationRequest.Read(tree, request)!) switch
    {
        Delivery.Unit(var position) => $"{position}",
        Delivery.Nothing => "nothing",
        Delivery.Left(var suspended) => suspended ? "suspended" : "left",
        _ => "refused",
    };

    private static ActivityStatus Status(string word) => word switch
    {
        "passed" => new ActivityStatus(Completion.Completed, Success.Passed, 0.9m, 1),
        "failed" => new ActivityStatus(Completion.Completed, Success.Failed, 0.2m, 1),
        "completed" => new ActivityStatus(Completion.Completed, Success.Unknown, null, 1),
        "incomplete" => new ActivityStatus(Completion.Incomplete, Success.Unknown, null, 1),
        _ => ActivityStatus.None,
    };
}
