using System.Globalization;
using System.Text;

namespace Lrs.Benchmarks;

/// <summary>
/// Statements of 1.0 to 1.8 KB in the shapes of the cmi5 and SCORM profiles: 20,000 learners (a few of them much busier than
/// most), 50 courses of 400 units, in sessions of about ten statements with a registration each. The same seed gives the same statements.
/// </summary>
internal sealed class SampleStatements(int seed)
{
    /// <summary>One statement of <see cref="Every"/> is this learner's, one is about this activity, and hardly any is both.</summary>
    public const int Every = 10;

    private const string Cmi5 = "https://w3id.org/xapi/cmi5/context";
    private static readonly string[] Inside = ["answered", "experienced", "interacted"];
    private static readonly string[] Words = ["briefing", "evidence", "procedure", "response", "scenario", "policy", "safety", "summary", "interview", "record"];

    private readonly Random random = new(seed);
    private readonly byte[] guid = new byte[16];
    private Session session;

    /// <summary>A new id, random like those of clients.</summary>
    public Guid Id()
    {
        random.NextBytes(guid);
        guid[7] = (byte)((guid[7] & 0x0F) | 0x40);
        guid[8] = (byte)((guid[8] & 0x3F) | 0x80);
        return new Guid(guid);
    }

    /// <summary>The registration for a statement made anew: another with the first of each session.</summary>
    public Guid Registration(Sample sample)
    {
        if (sample.IsFirst || session.Registration == default)
        {
            session = session with { Registration = Id() };
        }

        return session.Registration;
    }

    /// <summary>One statement: the next of a learner's session at a unit, which has five to fourteen.</summary>
    public Sample Next()
    {
        var first = session.Left == 0;
        if (first)
        {
            var skewed = random.NextDouble();
            session = new Session((int)(skewed * skewed * skewed * 20_000), random.Next(50), random.Next(400), Id(), random.Next(5, 15));
        }

        session = session with { Left = session.Left - 1 };
        var verb = first ? "initialized" : session.Left switch
        {
            0 => "terminated",
            1 => random.Next(4) == 0 ? "failed" : "passed",
            2 => "completed",
            _ => Inside[random.Next(Inside.Length)],
        };
        return Make(session.Learner, verb, session.Course, session.Unit, session.Registration, first);
    }

    /// <summary>One statement of this learner about this activity.</summary>
    public Sample Of(int learner, string verb, int course, int unit) => Make(learner, verb, course, unit, Id(), true);

    /// <summary>The agent, as the <c>agent</c> parameter takes it.</summary>
    public static string Agent(int learner) => $$$"""{"objectType":"Agent","account":{"homePage":"https://people.force.example","name":"officer-{{{learner:D6}}}"}}""";

    /// <summary>The activity's IRI.</summary>
    public static string Activity(int course, int unit) => $"https://courses.force.example/{course:D3}/units/{unit:D4}";

    /// <summary>The course's IRI, which is among the related activities of its units' statements.</summary>
    public static string Course(int course) => $"https://courses.force.example/{course:D3}";

    /// <summary>The verb's IRI.</summary>
    public static string Verb(string word) => $"http://adlnet.gov/expapi/verbs/{word}";

    private Sample Make(int learner, string verb, int course, int unit, Guid in_, bool first)
    {
        var id = Id();
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(20_000_000)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var scaled = random.Next(100) / 100m;
        var text = string.Join(' ', Enumerable.Range(0, random.Next(5, 45)).Select(_ => Words[random.Next(Words.Length)]));
        var scorm = random.Next(3) == 0;
        var actor = $"{{\"name\":\"Officer {learner:D6}\",{Agent(learner)[1..]}";
        var json = $$$"""
            {"id":"{{{id}}}","actor":{{{actor}}},
            "verb":{"id":"{{{Verb(verb)}}}","display":{"en-GB":"{{{verb}}}"}},
            "object":{"objectType":"Activity","id":"{{{Activity(course, unit)}}}","definition":{"name":{"en-GB":"Unit {{{unit}}}: {{{Words[unit % 10]}}}"},"description":{"en-GB":"{{{text}}}"},"type":"{{{(scorm ? "http://adlnet.gov/expapi/activities/lesson" : "http://adlnet.gov/expapi/activities/module")}}}"}},
            "result":{"score":{"scaled":{{{scaled}}},"raw":{{{scaled * 100}}},"min":0,"max":100},"success":{{{(scaled > 0.7m ? "true" : "false")}}},"completion":true,"duration":"PT{{{random.Next(1, 59)}}}M{{{random.Next(60)}}}.25S"},
            "context":{"registration":"{{{in_}}}","contextActivities":{"parent":[{"objectType":"Activity","id":"{{{Course(course)}}}"}],"grouping":[{"objectType":"Activity","id":"{{{Course(course)}}}/publisher"}],"category":[{"id":"{{{(scorm ? "https://w3id.org/xapi/scorm" : "https://w3id.org/xapi/cmi5/context/categories/cmi5")}}}","definition":{"type":"http://adlnet.gov/expapi/activities/profile"}}]},
            "platform":"Lrs","language":"en-GB","extensions":{"{{{Cmi5}}}/extensions/sessionid":"{{{in_:N}}}","{{{Cmi5}}}/extensions/launchmode":"Normal","{{{Cmi5}}}/extensions/masteryscore":0.7}},"timestamp":"{{{at}}}"}
            """;
        return new Sample(Encoding.UTF8.GetBytes(json.ReplaceLineEndings("")), id, in_, first);
    }

    private readonly record struct Session(int Learner, int Course, int Unit, Guid Registration, int Left);
}
