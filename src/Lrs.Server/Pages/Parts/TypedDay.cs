using System.Globalization;

namespace Lrs.Server.Pages.Parts;

/// <summary>A day as somebody typed it.</summary>
internal sealed record TypedDay(string Day, string Month, string Year)
{
    public static TypedDay Nothing { get; } = new("", "", "");

    /// <summary>Was nothing typed at all?</summary>
    public bool IsEmpty => Day.Length + Month.Length + Year.Length == 0;

    /// <summary>The three fields of a question.</summary>
    public static TypedDay Of(IFormCollection form, string name) => new(form[$"{name}-day"].ToString().Trim(), form[$"{name}-month"].ToString().Trim(), form[$"{name}-year"].ToString().Trim());

    /// <summary>The day; null when there is none such.</summary>
    public DateOnly? Read() =>
        DateOnly.TryParseExact($"{Year}-{Month}-{Day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
