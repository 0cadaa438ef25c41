using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Tests.Http.Courses;
using Xunit;

namespace Lrs.Tests.Http.Player;

/// <summary>A SCORM 2004 course whose pretest decides what else is to be done, through an objective that its activities share.</summary>
public sealed class SharingObjectives
{
    private static readonly Package Pretest = Package.Of("imsmanifest.xml", """
        <?xml version="1.0"?>
        <manifest identifier="PRE" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
        <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
        <organizations default="O1"><organization identifier="O1"><title>Pretest</title>
        <item identifier="TEST" identifierref="R1"><title>Test</title><imsss:sequencing><imsss:objectives><imsss:primaryObjective/>
          <imsss:objective objectiveID="knows"><imsss:mapInfo targetObjectiveID="all.knows" writeSatisfiedStatus="true" writeNormalizedMeasure="true"/></imsss:objective></imsss:objectives></imsss:sequencing></item>
        <item identifier="LESSON" identifierref="R1"><title>Lesson</title><imsss:sequencing>
          <imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition referencedObjective="seen" condition="satisfied"/></imsss:ruleConditions><imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules>
          <imsss:objectives><imsss:primaryObjective/><imsss:objective objectiveID="seen"><imsss:mapInfo targetObjectiveID="all.knows"/></imsss:objective></imsss:objectives></imsss:sequencing></item>
        <item identifier="END" identifierref="R1"><title>End</title></item>
        <imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing>
        </organization></organizations>
        <resources><resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="index.html"><file href="index.html"/></resource></resources>
        </manifest>
        """);

    [Theory, EveryDatabase]
    public async Task Who_passes_the_pretest_skips_the_lesson_and_the_lesson_knows_why(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Pretest);
        var test = await Launch.Of(lrs, course);
        var begun = await test.Start();
        Assert.Equal("knows", begun.GetProperty("cmi.objectives.0.id").GetString());
        Assert.False(begun.TryGetProperty("cmi.objectives.0.success_status", out _));
        Assert.Equal("O1 TEST LESSON END", string.Join(" ", Choices(await Contents(lrs, test))));

        await test.Commit(1, """{"completion_status":"completed","objectives":{"0":{"id":"knows","success_status":"passed","score":{"scaled":"0.9"}}}}""", terminate: true);

        Assert.Contains("End", await Next(lrs, test));
        var lesson = await Launch.Of(lrs, course, $",\"registration\":\"{test.Registration}\",\"unit\":1");
        var elements = await lesson.Start();
        Assert.Equal(("seen", "passed", "0.9"), (Text(elements, "id"), Text(elements, "success_status"), Text(elements, "score.scaled")));
        var before = (await lesson.Verbs()).Length;
        await lesson.Commit(1, """{"completion_status":"incomplete","objectives":{"0":{"id":"seen","success_status":"passed","score":{"scaled":"0.9"}}}}""");
        Assert.Equal(["initialized"], (await lesson.Verbs())[before..]);
    }

    [Theory, EveryDatabase]
    public async Task Who_fails_it_gets_the_lesson_and_another_registration_begins_with_nothing(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var course = await lrs.Course(Pretest);
        var failed = await Launch.Of(lrs, course);
        await failed.Start();
        await failed.Commit(1, """{"completion_status":"completed","objectives":{"0":{"id":"knows","success_status":"failed","score":{"scaled":"0.1"}}}}""", terminate: true);
        Assert.Contains("Lesson", await Next(lrs, failed));

        var passed = await Launch.Of(lrs, course, learner: Launch.Bob);
        await passed.Start();
        await passed.Commit(1, """{"completion_status":"completed","objectives":{"0":{"id":"knows","success_status":"passed"}}}""", terminate: true);
        Assert.Contains("End", await Next(lrs, passed));
        Assert.Contains("Lesson", await Next(lrs, failed));
    }

    private static string? Text(JsonElement elements, string name) => elements.GetProperty($"cmi.objectives.0.{name}").GetString();

    private static string[] Choices(JsonElement contents) => [.. contents.GetProperty("choices").EnumerateArray().Select(one => one.GetString()!)];

    private static async Task<JsonElement> Contents(TestLrs lrs, Launch launch) => await TestLrs.Read(await lrs.ClientWith(null, "").GetAsync(new Uri(launch.Url, "contents")));

    // The title of the page that Next leads to.
    private static async Task<string> Next(TestLrs lrs, Launch launch)
    {
        using var client = lrs.ClientWith(null, "");
        var answer = await TestLrs.Read(await client.PostAsync(new Uri(launch.Url, "go"), new StringContent("""{"request":"continue"}""", Encoding.UTF8, "application/json")));
        var page = await client.GetStringAsync(answer.GetProperty("url").GetString());
        return page[page.IndexOf("<title>", StringComparison.Ordinal)..page.IndexOf("</title>", StringComparison.Ordinal)];
    }
}
