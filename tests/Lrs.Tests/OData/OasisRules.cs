using Lrs.OData;

namespace Lrs.Tests.OData;

/// <summary>Reads a case of the corpus by the part of the parser that its rule names.</summary>
internal static class OasisRules
{
    private static readonly ODataLimits Limits = new() { ExpandDepth = 20 };

    /// <summary>Why the last case was refused.</summary>
    public static string Why { get; private set; } = "";

    /// <summary>Is it the right form? Names are not looked up.</summary>
    public static bool Parses(OasisCase one)
    {
        try
        {
            Why = "";
            Read(one);
            return true;
        }
        catch (RefusedException refused)
        {
            Why = refused.Message;
            return false;
        }
    }

    /// <summary>Does the service refuse it, by form or by what its model and this place allow?</summary>
    public static bool IsRefused(OasisCase one)
    {
        if (!Parses(one))
        {
            return true;
        }

        var url = one.Rule switch
        {
            "odataRelativeUri" or "resourcePath" => one.Input,
            "odataUri" => Below(one.Input),
            "expand" or "select" or "queryOptions" or "search" or "compute" or "filter" or "orderby" or "systemQueryOption" => "Products?" + one.Input,
            "searchExpr" => "Products?$search=" + one.Input,
            _ => "Products?$filter=" + one.Input,
        };
        var question = url.IndexOf('?');
        return ODataRequest.Parse(question < 0 ? url : url[..question], question < 0 ? "" : url[question..], OasisModel.Model, Sample.Context) is ODataOutcome.Refused;
    }

    private static void Read(OasisCase one)
    {
        switch (one.Rule)
        {
            case "odataRelativeUri" or "resourcePath":
                Uri(one.Input);
                break;
            case "odataUri":
                Uri(Below(one.Input));
                break;
            case "expand" or "select" or "queryOptions" or "search" or "compute" or "filter" or "orderby" or "orderBy" or "systemQueryOption":
                Options(one.Input);
                break;
            case "searchExpr":
                new SearchParser(System.Uri.UnescapeDataString(one.Input), "$search", Budget).Whole();
                break;
            case "preference" or "prefer" or "maxpagesizePreference" or "includeAnnotationsPreference":
                _ = Preferences.Read(one.Input);
                break;
            case "dateTimeOffsetValue": Value(one, EdmKind.DateTimeOffset); break;
            case "timeOfDayValue": Value(one, EdmKind.TimeOfDay); break;
            case "dateValue": Value(one, EdmKind.Date); break;
            case "durationValue": Value(one, EdmKind.Duration); break;
            case "decimalValue": Value(one, EdmKind.Decimal); break;
            case "doubleValue": Value(one, EdmKind.Double); break;
            case "int64Value": Value(one, EdmKind.Int64); break;
            case "booleanValue": Value(one, EdmKind.Boolean); break;
            case "anyExpr":
                Expression("Items/" + System.Uri.UnescapeDataString(one.Input));
                break;
            default:
                Expression(System.Uri.UnescapeDataString(one.Input));
                break;
        }
    }

    private static NodeBudget Budget => new(Limits);

    private static void Value(OasisCase one, EdmKind kind)
    {
        if (Literals.Parse(System.Uri.UnescapeDataString(one.Input), kind) is null)
        {
            throw RefusedException.Bad("literal", $"no {kind}", null);
        }
    }

    private static void Expression(string text) => new ExpressionParser(text, "", Budget).Whole();

    private static void Uri(string url)
    {
        var question = url.IndexOf('?');
        foreach (var segment in ResourcePath.Split(question < 0 ? url : url[..question]))
        {
            if (ResourcePath.Parts(segment) is (var name, { } key) && !name.StartsWith("$crossjoin"))
            {
                Expression($"key({key})");
            }
        }

        Options(question < 0 ? "" : url[(question + 1)..]);
    }

    private static void Options(string query) => Read(QueryOptions.Read(query, Limits));

    private static void Read(QueryOptions options)
    {
        foreach (var name in options.Given)
        {
            var text = options[name]!;
            switch (name)
            {
                case "filter":
                    Expression(text);
                    break;
                case "orderby":
                    new ExpressionParser(text, "", Budget).OrderBy();
                    break;
                case "compute":
                    foreach (var item in TopLevel.Split(text, ',', ""))
                    {
                        Expression(ApplySyntax.Named(item.Trim(), false, "").Expression);
                    }

                    break;
                case "search":
                    new SearchParser(text, "", Budget).Whole();
                    break;
                case "expand" or "select":
                    foreach (var part in ExpandSyntax.Read(text, name).Where(p => p.Options is not null))
                    {
                        if (!part.Path.Contains('.') && (name == "expand" || part.Options!.Contains('=')))
                        {
                            Read(QueryOptions.Nested(part.Options!, "", new Dictionary<string, string>()));
                        }
                    }

                    break;
                case "top" or "skip":
                    options.Number(name, long.MaxValue);
                    break;
                case "count":
                    options.Flag(name);
                    break;
            }
        }

        foreach (var alias in options.Aliases.Values)
        {
            Expression(alias);
        }
    }

    private static string Below(string url)
    {
        if (!url.Contains("://"))
        {
            throw RefusedException.Bad("syntax", "no URL", null);
        }

        var rest = url[(url.IndexOf("://") + 3)..];
        var path = rest.Contains('/') ? rest[(rest.IndexOf('/') + 1)..] : "";
        return new[] { "OData/OData.svc/", "service/", "MyService/" }.FirstOrDefault(path.StartsWith) is { } root ? path[root.Length..] : path;
    }
}
