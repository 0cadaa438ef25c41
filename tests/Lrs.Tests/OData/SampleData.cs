namespace Lrs.Tests.OData;

/// <summary>The rows of the sample: pupils 1 to 4, tests 1 to 3, marks 1 to 12 of tenant 1, and everything of tenant 2 called "other".</summary>
internal static class SampleData
{
    private static readonly (int Id, string? Name, string Kind, string? Born)[] Pupils =
    [
        (1, "Ann", "staff", "2001-02-03"),
        (2, "Bob 50%_off\\", "officer", "1999-12-31"),
        (3, null, "officer", null),
        (4, "  Ä'Quote ", "staff", "2000-02-29"),
    ];

    // id, pupil, test, given, score, took in microseconds, passed
    private static readonly (int Id, int? Pupil, int Test, string Given, string? Score, long? Took, bool? Passed)[] Marks =
    [
        (1, 1, 1, "2026-01-01T00:00:00Z", "0.5", 60_000_000, true),
        (2, 1, 2, "2026-01-01T10:30:30.75Z", "0.8333333333333334", 3_600_000_000, true),
        (3, 2, 1, "2026-01-02T23:59:59.999999Z", null, null, null),
        (4, 2, 2, "2026-02-01T00:00:00Z", "0.5", 1, false),
        (5, 3, 1, "2026-02-01T00:00:00Z", "0.1", 90_061_500_000, false),
        (6, null, 1, "2026-02-28T12:00:00Z", null, 0, null),
        (7, null, 3, "2025-12-31T23:00:00Z", "1", -1_000_000, true),
        (8, 4, 3, "1969-12-31T23:59:58.5Z", "0.25", 7_200_000_000, false),
        (9, 4, 3, "2026-03-01T11:00:00Z", "-0.5", 5_000_000, null),
        (10, 1, 3, "2026-03-01T11:30:00Z", "0.5", 5_000_000, true),
        (11, 1, 1, "2026-03-01T12:00:00Z", null, 5_000_000, true),
        (12, 2, 3, "2026-03-01T12:30:00Z", "0.8333333333333333", null, true),
    ];

    public static string PupilId(int number) => $"00000000-0000-0000-0000-0000000000{number:00}";

    public static IEnumerable<string> Inserts(bool sqlite)
    {
        string Guid(int? number) => number is not { } n ? "NULL" : sqlite ? $"x'{PupilId(n).Replace("-", "")}'" : $"'{PupilId(n)}'";
        string Time(string text) => sqlite ? Micros(text).ToString() : $"'{text}'";
        string Text(string? text) => text is null ? "NULL" : $"'{text.Replace("'", "''")}'";
        string Truth(bool? truth) => truth is not { } t ? "NULL" : sqlite ? (t ? "1" : "0") : (t ? "TRUE" : "FALSE");

        foreach (var p in Pupils)
        {
            yield return $"INSERT INTO pupil VALUES (1, {Guid(p.Id)}, {Text(p.Name)}, '{p.Kind}', {Text(p.Born)}, {Guid(p.Id > 1 ? p.Id - 1 : null)})";
        }

        foreach (var m in Marks)
        {
            yield return $"INSERT INTO mark VALUES (1, {m.Id}, {Guid(m.Pupil)}, {m.Test}, {Time(m.Given)}, {m.Score ?? "NULL"}, {m.Took?.ToString() ?? "NULL"}, {Truth(m.Passed)})";
        }

        yield return "INSERT INTO test VALUES (1, 1, 'Law', 1.5), (1, 2, 'Ann', NULL), (1, 3, 'Driving', 2.5), (1, 4, 'Unused', 2.4)";
        yield return "INSERT INTO word VALUES (1, 'http://x/y', 'y'), (1, 'http://x/''z''', NULL)";
        yield return $"INSERT INTO pupil VALUES (2, {Guid(99)}, 'other', 'other', NULL, NULL)";
        yield return "INSERT INTO test VALUES (2, 1, 'other', 1)";
        yield return $"INSERT INTO mark VALUES (2, 99, {Guid(1)}, 1, {Time("2026-01-01T00:00:00Z")}, 0.5, 1, {Truth(true)})";
    }

    private static long Micros(string text) => (DateTimeOffset.Parse(text).UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
