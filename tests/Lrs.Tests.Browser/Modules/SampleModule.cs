namespace Lrs.Tests.Browser.Modules;

/// <summary>A short module that has one of everything: checks, a scenario, questionnaires, an assessment, Welsh.</summary>
internal static class SampleModule
{
    public const string Title = "A sample of everything";

    /// <summary>A content folder that holds the module, and another one that follows it.</summary>
    public static TestFolder Folder()
    {
        var folder = new TestFolder();
        Write(folder, "sample/module.yaml", """
            id: https://example.org/modules/sample
            slug: sample
            title: A sample of everything
            description: One of each thing that a module may hold.
            language: en-GB
            version: 1.0.0
            minutes: 5
            audience: Testers
            mastery: 50
            publisher: Example
            licence: CC0
            screens: [01-start, 02-scenario, 03-survey, 04-anonymous, 05-references]
            """);
        Write(folder, "sample/assessment.yaml", Assessment("Assessment", "Answer these."));
        Screens(folder, "sample/screens/", "");
        Write(folder, "sample/questionnaires/before.yaml", Before("Before you begin"));
        Write(folder, "sample/questionnaires/experience.yaml", Experience("Your experience"));
        Write(folder, "sample/translations/cy/module.yaml", "title: Sampl o bopeth\ndescription: Un o bob peth.\naudience: Profwyr\n");
        Write(folder, "sample/translations/cy/assessment.yaml", Assessment("Asesiad", "Atebwch y rhain."));
        Screens(folder, "sample/translations/cy/screens/", " (Cymraeg)");
        Write(folder, "sample/translations/cy/questionnaires/before.yaml", Before("Cyn i chi ddechrau"));
        Write(folder, "sample/translations/cy/questionnaires/experience.yaml", Experience("Eich profiad"));

        Write(folder, "sample-later/module.yaml", """
            id: https://example.org/modules/sample-later
            slug: sample-later
            title: A sample, half a year later
            description: What has changed.
            language: en-GB
            version: 1.0.0
            minutes: 5
            audience: Testers
            publisher: Example
            licence: CC0
            follows: sample
            after: P6M
            screens: [01-later]
            """);
        Write(folder, "sample-later/screens/01-later.md", "---\ntitle: Later\n---\n```questionnaire\nfile: later\n```\n");
        Write(folder, "sample-later/questionnaires/later.yaml", Before("Half a year later").Replace("id: before", "id: later", StringComparison.Ordinal).Replace("moment: before", "moment: follow-up", StringComparison.Ordinal));
        return folder;
    }

    private static void Screens(TestFolder folder, string below, string language)
    {
        Write(folder, below + "01-start.md", $$"""
            ---
            title: Start{{language}}
            ---
            Hello. See [the references](#05-references) and [a site](https://example.org/).

            | One | Two |
            |---|---|
            | 1 | 2 |

            ::: reveal More
            Hidden.
            :::

            ```question
            id: check-several
            type: multiple
            text: Which are even?
            choices:
              - {id: a, text: Two}
              - {id: b, text: Three}
              - {id: c, text: Four}
            answer: [a, c]
            explanation: Two and four.
            ```
            """);
        Write(folder, below + "02-scenario.md", $$"""
            ---
            title: Scenario{{language}}
            ---
            ```scenario
            id: hour
            title: The first hour
            start: door
            scenes:
              - id: door
                title: At the door
                text: You *arrive*.
                choices:
                  - {id: a, text: Knock, feedback: She opens., next: hall}
                  - {id: b, text: Leave, feedback: Nobody helps., next: worse}
                answer: a
              - id: hall
                text: You are in the hall.
                choices:
                  - {id: a, text: Ask, feedback: She tells you., next: good}
                  - {id: b, text: Wait, feedback: She tells you later., next: good}
                answer: [a, b]
              - id: good
                title: She is safe
                text: It worked.
                ending: good
              - id: worse
                text: It did not.
                ending: poor
            ```
            """);
        Write(folder, below + "03-survey.md", $"---\ntitle: Survey{language}\n---\n```questionnaire\nfile: before\n```\n");
        Write(folder, below + "04-anonymous.md", $"---\ntitle: Anonymous{language}\n---\n```questionnaire\nfile: experience\n```\n");
        Write(folder, below + "05-references.md", $"---\ntitle: References{language}\n---\n- [Example](https://example.org/law)\n");
    }

    private static string Assessment(string title, string introduction) => $$"""
        title: {{title}}
        introduction: {{introduction}}
        questions:
          - id: q1
            type: single
            text: One?
            choices:
              - {id: a, text: Yes}
              - {id: b, text: No}
            answer: b
            explanation: Because.
          - id: q2
            type: true-false
            text: True?
            answer: true
            explanation: It is.
        """;

    private static string Before(string title) => $$"""
        id: before
        title: {{title}}
        introduction: We ask to see what helps. It is **voluntary**.
        series: sample-2026
        moment: before
        questions:
          - id: sure
            type: scale
            text: I am sure.
            labels: [No, Perhaps, Yes]
          - id: role
            type: single
            text: Your role?
            choices: [{id: a, text: Officer}, {id: b, text: Staff}]
            optional: false
          - id: means
            type: multiple
            text: By what means?
            choices: [{id: a, text: Phone}, {id: b, text: Letter}]
          - id: why
            type: text
            text: Why?
            words: 100
        """;

    private static string Experience(string title) => $$"""
        id: experience
        title: {{title}}
        introduction: What has happened to you? Nobody will know who answered.
        anonymous: true
        questions:
          - id: seen
            type: scale
            text: I have seen it.
            labels: [Never, Once, Often]
          - id: words
            type: text
            text: In your words?
            words: 100
        """;

    private static void Write(TestFolder folder, string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllText(folder[name], text);
    }
}
