using System.Globalization;

namespace Lrs.Tests.Http.Surviving;

/// <summary>Statements as courses send them, drawn from few agents, verbs and activities so that keys are shared.</summary>
internal static class Talk
{
    public static readonly string[] Verbs = ["initialized", "experienced", "answered", "completed", "passed", "failed", "terminated"];

    public static string Agent(Random random) => $"learner{random.Next(12)}@example.org";

    public static string Activity(int number) => $"https://example.org/courses/{number}";

    public static Guid Registration(int number) => new(number + 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    /// <summary>A statement about an activity.</summary>
    public static string About(Random random, Guid id)
    {
        var verb = Verbs[random.Next(Verbs.Length)];
        var score = (random.Next(101) / 100m).ToString(CultureInfo.InvariantCulture);
        var result = verb switch
        {
            "answered" => $$"""
                "result":{"response":"{{random.Next(4)}}","success":{{(random.Next(2) == 0 ? "true" : "false")}},"duration":"PT{{random.Next(90)}}.{{random.Next(1000)}}S"},
                """,
            "terminated" => $$"""
                "result":{"duration":"PT{{random.Next(50)}}M{{random.Next(60)}}.1234567S"},
                """,
            "passed" or "failed" => $$$$"""
                "result":{"success":{{{{(verb is "passed" ? "true" : "false")}}}},"score":{"scaled":{{{{score}}}}}},
                """,
            _ => "",
        };
        var registration = random.Next(3) == 0 ? "" : $"\"context\":{{\"registration\":\"{Registration(random.Next(15))}\"}},";
        var when = $"\"timestamp\":\"2026-03-{random.Next(1, 4):00}T{random.Next(24):00}:{random.Next(60):00}:00.{random.Next(10_000_000):0000000}Z\",";
        return Some.Statement(Agent(random), $"http://adlnet.gov/expapi/verbs/{verb}", Activity(random.Next(8)), $"{result}{registration}{when}", id.ToString());
    }
}
