using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Reads scores (Data 2.4.5.1; 9274.1.1 4.2.2.4).</summary>
internal static class ScoreReader
{
    public static Score? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        decimal? scaled = null;
        decimal? raw = null;
        decimal? min = null;
        decimal? max = null;
        var fields = new Fields(reading, "a score");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "scaled":
                    scaled = ValueReader.Number(ref json, reading);
                    break;
                case "raw":
                    raw = ValueReader.Number(ref json, reading);
                    break;
                case "min":
                    min = ValueReader.Number(ref json, reading);
                    break;
                case "max":
                    max = ValueReader.Number(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        var score = new Score(scaled, raw, min, max);
        Check(score, reading.Faults);
        return score;
    }

    private static void Check(Score score, Faults faults)
    {
        if (score.Scaled is < -1 or > 1)
        {
            faults.Add(Rule.ScoreScaled, "scaled", $"A scaled score lies between -1 and 1; {score.Scaled} does not.");
        }

        if (score.Min >= score.Max)
        {
            faults.Add(Rule.ScoreMinMax, "min", $"'min' ({score.Min}) must be less than 'max' ({score.Max}).");
        }
        else if (score.Raw < score.Min || score.Raw > score.Max)
        {
            faults.Add(Rule.ScoreRaw, "raw", $"'raw' ({score.Raw}) must lie between 'min' ({score.Min}) and 'max' ({score.Max}).");
        }
    }
}
