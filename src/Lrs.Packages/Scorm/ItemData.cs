using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lrs.Packages.Xml;

namespace Lrs.Packages.Scorm;

/// <summary>What an item tells the run-time: SCORM 1.2 CAM 2.3.2.5, SCORM 2004 CAM 3.4.1.6 and SN 3. Odd values are warned of and left out.</summary>
internal sealed partial class ItemData(Manifest manifest, ScormVersion version, XElement item, XElement? sequencing)
{
    private static readonly string[] Actions = ["exit,message", "exit,no message", "continue,message", "continue,no message"];

    public CourseUnit Fill(CourseUnit unit)
    {
        unit = unit with
        {
            DataFromLms = item.Child("datafromlms")?.Value.Trim(),
            TimeLimitAction = Action(),
            HiddenControls = [.. item.At("presentation", "navigationInterface")?.Children("hideLMSUI").Select(control => control.Value.Trim()) ?? []],
        };
        return version.Is2004 ? Fill2004(unit) : Fill12(unit);
    }

    private CourseUnit Fill12(CourseUnit unit)
    {
        var mastery = item.ChildText("masteryscore");
        var percent = mastery is null ? null : Numbers.Within(0, 100, mastery, manifest, item.Child("masteryscore")!, ScormRules.MasteryScore);
        return unit with
        {
            MasteryScore = percent / 100,
            MasteryScoreText = mastery,
            Prerequisites = Script(),
            MaxTimeAllowed = MaxTime(),
        };
    }

    private CourseUnit Fill2004(CourseUnit unit)
    {
        // RTE 4.2.18: the passing score is the primary objective's measure, when that decides.
        var primary = unit.Objectives.FirstOrDefault(objective => objective.IsPrimary);
        var score = primary is { SatisfiedByMeasure: true } ? primary.MinNormalizedMeasure ?? 1 : (decimal?)null;
        return unit with
        {
            MasteryScore = score,
            MasteryScoreText = score?.ToString(CultureInfo.InvariantCulture),
            MaxTimeAllowed = sequencing.At("limitConditions")?.Text("attemptAbsoluteDurationLimit"),
            CompletionThreshold = Threshold(),
            SharedData = [.. item.Child("data")?.Children("map").Select(SharedData) ?? []],
        };
    }

    // CAM 5.3: both directions are open unless closed.
    private static SharedData SharedData(XElement map) =>
        new(map.Text("targetID") ?? "", map.Text("readSharedData") is not ("false" or "0"), map.Text("writeSharedData") is not ("false" or "0"));

    private string? Action()
    {
        if (item.Child("timelimitaction") is not { } element || element.Value.Trim() is not { Length: > 0 } written)
        {
            return null;
        }

        var action = string.Join(',', written.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries));
        if (Actions.Contains(action))
        {
            return action;
        }

        manifest.Warn(ScormRules.TimeLimitAction, element, $"The time limit action '{written}' is none of {string.Join("; ", Actions)}, and was left out.");
        return null;
    }

    private string? Script()
    {
        if (item.ChildText("prerequisites") is not { } script || Scorm.Prerequisites.TryParse(script, out _, out var fault))
        {
            return item.ChildText("prerequisites");
        }

        manifest.Warn(ScormRules.Prerequisites, item.Child("prerequisites")!, $"The prerequisites '{script}' cannot be read ({fault}) and were left out: the item is open from the start.");
        return null;
    }

    private string? MaxTime()
    {
        if (item.ChildText("maxtimeallowed") is not { } time || Timespan().IsMatch(time))
        {
            return item.ChildText("maxtimeallowed");
        }

        manifest.Warn(ScormRules.MaxTime, item.Child("maxtimeallowed")!, $"The time '{time}' is not written as HHHH:MM:SS and was left out.");
        return null;
    }

    // 2nd and 3rd edition write the number as text; the 4th has attributes, and a threshold of 1 unless told otherwise (CAM 5.1).
    private string? Threshold()
    {
        if (item.Child("completionThreshold") is not { } element)
        {
            return null;
        }

        if (element.Text("completedByMeasure") is { } byMeasure && byMeasure is not ("true" or "1"))
        {
            return null;
        }

        var text = element.Value.Trim() is { Length: > 0 } inside ? inside
            : element.Text("minProgressMeasure") ?? (element.Text("completedByMeasure") is null ? null : "1.0");
        return text is null || Numbers.Within(0, 1, text, manifest, element, ScormRules.Threshold) is null ? null : text;
    }

    [GeneratedRegex(@"^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$")]
    private static partial Regex Timespan();
}
