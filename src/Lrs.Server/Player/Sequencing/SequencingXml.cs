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
            AttemptLimit = int.TryParse(Text(Child(root, "limitConditions"), "attemptLimit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null,
            IsTracked = Flag(delivery, "tracked", true),
            SuccessByContent = Flag(delivery, "objectiveSetByContent", false),
            Weight = Number(Text(rollup, "objectiveMeasureWeight")) ?? 1,
        };
    }

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
        Number(Text(element, "measureThreshold")) ?? 0);

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Text(XElement? element, string name) => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value.Trim();

    private static bool Flag(XElement? element, string name, bool otherwise) => Text(element, name) is { } text ? text is "true" or "1" : otherwise;

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
