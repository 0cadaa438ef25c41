using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Lrs.Server.Player;

/// <summary>Reads the <c>imsss:sequencing</c> that an import kept of an activity. Names count, namespaces do not: real manifests spell those in many ways.</summary>
internal static class SequencingXml
{
    // It came in with a manifest that has no DTD; a row of the database is held to the same.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The rules; SCORM's defaults when an activity has none of its own.</summary>
    public static SequencingRules Read(string? xml)
    {
        if (xml is null)
        {
            return new SequencingRules();
        }

        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        var root = XElement.Load(reader);
        var delivery = Child(root, "deliveryControls");
        var rollup = Child(root, "rollupRules");
        return new SequencingRules
        {
            Controls = Controls(Child(root, "controlMode")),
            Before = Rules(root, "preConditionRule"),
            After = Rules(root, "postConditionRule"),
            Leaving = Rules(root, "exitConditionRule"),
            Rollup = Rollup(rollup),
            Share = Share(rollup, Child(root, "rollupConsiderations")),
            Objectives = Objectives(Child(root, "objectives")),
            AttemptLimit = int.TryParse(Text(Child(root, "limitConditions"), "attemptLimit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null,
            IsTracked = Flag(delivery, "tracked", true),
            SuccessByContent = Flag(delivery, "objectiveSetByContent", false),
            Weight = Number(Text(rollup, "objectiveMeasureWeight")) ?? 1,
            PreventsActivation = Flag(Child(root, "constrainedChoiceConsiderations"), "preventActivation", false),
            ConstrainsChoice = Flag(Child(root, "constrainedChoiceConsiderations"), "constrainChoice", false),
        };
    }

    // Where the manifest says nothing of how conditions go together, any of them will do (CAM 5.1.8).
    private static List<RollupRule> Rollup(XElement? element) =>
        (element?.Elements().Where(one => one.Name.LocalName == "rollupRule") ?? []).Select(one =>
        {
            var (set, conditions) = (Text(one, "childActivitySet") ?? "all", Child(one, "rollupConditions"));
            return new RollupRule(
                Text(Child(one, "rollupAction"), "action") ?? "",
                set,
                Number(Text(one, set is "atLeastPercent" ? "minimumPercent" : "minimumCount")) ?? 0,
                Text(conditions, "conditionCombination") is "all",
                (conditions?.Elements().Where(condition => condition.Name.LocalName == "rollupCondition") ?? []).Select(Condition).ToList());
        }).ToList();

    private static RollupShare Share(XElement? rollup, XElement? considerations) => new()
    {
        InSuccess = Flag(rollup, "rollupObjectiveSatisfied", true),
        InCompletion = Flag(rollup, "rollupProgressCompletion", true),
        ForSatisfied = Text(considerations, "requiredForSatisfied") ?? "always",
        ForNotSatisfied = Text(considerations, "requiredForNotSatisfied") ?? "always",
        ForCompleted = Text(considerations, "requiredForCompleted") ?? "always",
        ForIncomplete = Text(considerations, "requiredForIncomplete") ?? "always",
    };

    private static List<ObjectiveRules> Objectives(XElement? element) =>
        (element?.Elements().Where(one => one.Name.LocalName is "primaryObjective" or "objective") ?? []).Select(one => new ObjectiveRules(
            Text(one, "objectiveID") ?? "",
            one.Name.LocalName is "primaryObjective",
            Flag(one, "satisfiedByMeasure", false),
            Number(Child(one, "minNormalizedMeasure")?.Value.Trim()) ?? 1,
            one.Elements().Where(map => map.Name.LocalName == "mapInfo").Select(Map).ToList())).ToList();

    // CAM 5.1.7.1.3: seen unless told otherwise, and kept to itself unless told otherwise.
    private static ObjectiveMap Map(XElement element) => new(
        Text(element, "targetObjectiveID") ?? "",
        Flag(element, "readSatisfiedStatus", true),
        Flag(element, "readNormalizedMeasure", true),
        Flag(element, "writeSatisfiedStatus", false),
        Flag(element, "writeNormalizedMeasure", false));

    private static ControlModes Controls(XElement? element) => new(
        Flag(element, "choice", ControlModes.Default.Choice),
        Flag(element, "choiceExit", ControlModes.Default.ChoiceExit),
        Flag(element, "flow", ControlModes.Default.Flow),
        Flag(element, "forwardOnly", ControlModes.Default.ForwardOnly));

    private static List<SequencingRule> Rules(XElement root, string name) =>
        (Child(root, "sequencingRules")?.Elements().Where(element => element.Name.LocalName == name) ?? []).Select(Rule).ToList();

    private static SequencingRule Rule(XElement element)
    {
        var conditions = Child(element, "ruleConditions");
        return new SequencingRule(
            Text(Child(element, "ruleAction"), "action") ?? "",
            Text(conditions, "conditionCombination") is not "any",
            (conditions?.Elements().Where(one => one.Name.LocalName == "ruleCondition") ?? []).Select(Condition).ToList());
    }

    private static SequencingCondition Condition(XElement element) => new(
        Text(element, "condition") ?? "",
        Text(element, "operator") is "not",
        Number(Text(element, "measureThreshold")) ?? 0)
    {
        Objective = Text(element, "referencedObjective"),
    };

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Text(XElement? element, string name) => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value.Trim();

    private static bool Flag(XElement? element, string name, bool otherwise) => Text(element, name) is { } text ? text is "true" or "1" : otherwise;

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
