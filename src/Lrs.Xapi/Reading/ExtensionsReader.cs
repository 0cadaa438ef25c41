using System.Text.Json;

namespace Lrs.Xapi;

internal static class ExtensionsReader
{
    /// <summary>Reads extensions (Data 4.1): keys must be IRIs, values may be any JSON, null too, that can be kept as it is.</summary>
    public static Extensions? Read(ref Utf8JsonReader json, Reading reading)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        var entries = new List<KeyValuePair<Iri, ReadOnlyMemory<byte>>>();
        var keys = new DistinctTexts();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var key = Surrogates.Text(ref json);
            json.Read();
            using var inside = reading.Faults.Inside(key);

            if (!Iri.TryParse(key, out var iri))
            {
                reading.Faults.Add(Rule.ExtensionKey, $"{ValueReader.Quoted(key)} is not an absolute IRI, which the name of an extension must be.");
            }
            else if (!keys.Add(key))
            {
                reading.Faults.Add(Rule.PropertyTwice, "The extension stands here twice.");
            }

            var start = json.TokenStartIndex;
            AnyValue(ref json, reading);
            if (iri is not null)
            {
                entries.Add(new(iri, reading.Slice(start, json.BytesConsumed)));
            }
        }

        return new Extensions(entries);
    }

    /// <summary>Walks over any JSON: refuses halves of surrogate pairs and an object with the same name twice, since readers differ about what they mean.</summary>
    private static void AnyValue(ref Utf8JsonReader json, Reading reading)
    {
        if (json.TokenType is JsonTokenType.StartObject)
        {
            var names = new DistinctTexts();
            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var name = Surrogates.Text(ref json);
                CheckSurrogates(ref json, reading);
                json.Read();
                using var inside = reading.Faults.Inside(name);
                if (!names.Add(name))
                {
                    reading.Faults.Add(Rule.PropertyTwice, $"{ValueReader.Quoted(name)} stands here twice.");
                }

                AnyValue(ref json, reading);
            }
        }
        else if (json.TokenType is JsonTokenType.StartArray)
        {
            for (var index = 0; json.Read() && json.TokenType is not JsonTokenType.EndArray; index++)
            {
                using var inside = reading.Faults.Inside(index);
                AnyValue(ref json, reading);
            }
        }
        else if (json.TokenType is JsonTokenType.String)
        {
            CheckSurrogates(ref json, reading);
        }
    }

    private static void CheckSurrogates(ref Utf8JsonReader json, Reading reading)
    {
        if (json.ValueIsEscaped && !Surrogates.ArePaired(json.ValueSpan))
        {
            reading.Faults.Add(Rule.JsonSurrogate, "Holds half of a surrogate pair, which is no character.");
        }
    }
}
