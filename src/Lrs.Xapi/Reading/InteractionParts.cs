using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>Gathers what a definition says about a question, then checks that it fits together (Data 2.4.4.1, "Interaction Activities").</summary>
internal sealed class InteractionParts
{
    private static readonly string[] ListNames = ["choices", "scale", "source", "target", "steps"];

    private readonly Dictionary<string, List<InteractionComponent>> lists = new(2);

    public InteractionType? Type { get; private set; }

    public List<string>? CorrectResponses { get; private set; }

    public List<InteractionComponent>? List(string name) => lists.GetValueOrDefault(name);

    public void Read(string property, ref Utf8JsonReader json, Reading reading)
    {
        switch (property)
        {
            case "interactionType":
                Type = ReadType(ref json, reading);
                break;
            case "correctResponsesPattern":
                CorrectResponses = ValueReader.Array(ref json, reading, ValueReader.Text);
                break;
            default:
                var ids = new DistinctTexts();
                if (ValueReader.Array(ref json, reading, (ref Utf8JsonReader j, Reading r) => ReadComponent(ref j, r, ids)) is { } list)
                {
                    lists[property] = list;
                }

                break;
        }
    }

    /// <summary>A question must say its type, and only the lists that its type knows may stand there.</summary>
    public void Check(Fields fields, Faults faults)
    {
        if (!fields.Has("interactionType"))
        {
            faults.Add(Rule.InteractionTypeMissing, "'interactionType' is missing: a definition with a correctResponsesPattern or a list of components must have it.");
            return;
        }

        foreach (var name in ListNames)
        {
            if (Type is { } type && fields.Has(name) && !Knows(type, name))
            {
                faults.Add(Rule.InteractionList, name, $"An interaction of type '{type.Text()}' has no '{name}'.");
            }
        }
    }

    private static bool Knows(InteractionType type, string list) => type switch
    {
        InteractionType.Choice or InteractionType.Sequencing => list is "choices",
        InteractionType.Likert => list is "scale",
        InteractionType.Matching => list is "source" or "target",
        InteractionType.Performance => list is "steps",
        _ => false,
    };

    private static InteractionType? ReadType(ref Utf8JsonReader json, Reading reading)
    {
        if (ValueReader.Text(ref json, reading) is not { } text)
        {
            return null;
        }

        var type = InteractionTypes.Parse(text);
        if (type is null)
        {
            reading.Faults.Add(Rule.InteractionTypeInvalid, $"{ValueReader.Quoted(text)} is no interactionType; it is one of true-false, choice, fill-in, long-fill-in, matching, performance, sequencing, likert, numeric, other.");
        }

        return type;
    }

    private static InteractionComponent? ReadComponent(ref Utf8JsonReader json, Reading reading, DistinctTexts ids)
    {
        if (!ValueReader.IsObject(ref json, reading))
        {
            return null;
        }

        string? id = null;
        LanguageMap? description = null;
        var fields = new Fields(reading, "an interaction component");
        while (fields.Next(ref json))
        {
            using var inside = reading.Faults.Inside(fields.Name);
            switch (fields.Name)
            {
                case "id":
                    id = ValueReader.Text(ref json, reading);
                    if (id is not null && !ids.Add(id))
                    {
                        reading.Faults.Add(Rule.ComponentIdTwice, $"The id {ValueReader.Quoted(id)} stands in this list twice.");
                    }

                    break;
                case "description":
                    description = LanguageMapReader.Read(ref json, reading);
                    break;
                default:
                    fields.Unknown(ref json);
                    break;
            }
        }

        fields.Require("id", Rule.ComponentIdMissing);
        return id is null ? null : new InteractionComponent(id, description ?? LanguageMap.Empty);
    }
}
