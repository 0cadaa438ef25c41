using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads results (Data 2.4.5; 9274.1.1 4.2.2.4).</summary>
internal static class ResultReader
{
    public static Result? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        Score? score = null;
        bool? success = null;
        bool? completion = null;
        string? response = null;
        XapiDuration? duration = null;
        Extensions? extensions = null;
        var fields = new Fields(reading, "a result");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "score":
                    score = ScoreReader.Read(ref json, reading);
                    break;
                case "success":
                    success = ValueReader.Bool(ref json, reading);
                    break;
                case "completion":
                    completion = ValueReader.Bool(ref json, reading);
                    break;
                case "response":
                    response = ValueReader.Text(ref json, reading);
                    break;
                case "duration":
                    duration = ValueReader.Duration(ref json, reading);
                    break;
                case "extensions":
                    extensions = ExtensionsReader.Read(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        return new()
        {
            Score = score, Success = success, Completion = completion, Response = response, Duration = duration, Extensions = extensions ?? Extensions.Empty,
        };
    }
}
