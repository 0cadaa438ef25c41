using System.Buffers;
using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

/// <summary>Statements as tests need them, written as JSON with single quotes.</summary>
internal static class Some
{
    public const string Verb = "'verb':{'id':'http://adlnet.gov/expapi/verbs/answered'}";
    public const string Ada = "'actor':{'mbox':'mailto:ada@force.example'}";
    public const string Question = "'object':{'id':'https://x.example/q'}";

    public static readonly DateTimeOffset Stored = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static byte[] Json(string singleQuoted) => Encoding.UTF8.GetBytes(singleQuoted.Replace('\'', '"'));

    /// <summary>The valid statement with these properties; what is not given is taken from the constants above.</summary>
    public static Statement Statement(string properties = "", XapiVersion version = XapiVersion.V2)
    {
        bool Lacks(string name) => !properties.StartsWith(name, StringComparison.Ordinal) && !properties.Contains("}," + name, StringComparison.Ordinal);
        var text = properties + (Lacks("'actor':") ? $",{Ada}" : "") + (Lacks("'verb':") ? $",{Verb}" : "") + (Lacks("'object':") ? $",{Question}" : "");
        return Whole($"{{{text.TrimStart(',')}}}", version);
    }

    public static Statement Whole(string json, XapiVersion version = XapiVersion.V2)
    {
        var faults = new Faults();
        var statement = StatementReader.Read(Json(json), version, faults);
        Assert.True(statement is not null, $"{json}: {string.Join("; ", faults)}");
        return statement;
    }

    public static string Finished(this Statement statement, XapiVersion version = XapiVersion.V2, Guid? id = null, string authority = "{'mbox':'mailto:lrs@x.example'}")
    {
        var output = new ArrayBufferWriter<byte>();
        statement.Finish(id ?? statement.Id ?? Guid.Parse("11111111-2222-3333-4444-555555555555"), Stored, Json(authority), version, output);
        return Encoding.UTF8.GetString(output.WrittenSpan).Replace('"', '\'');
    }
}
