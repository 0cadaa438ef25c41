namespace Lrs.Server.Pages;

/// <summary>How far a person is with a course.</summary>
/// <param name="Text">In words, such as <c>Passed 90 %</c>.</param>
/// <param name="Tone">Class of the style sheet: <c>good</c>, <c>bad</c> or empty.</param>
internal sealed record OwnState(string Text, string Tone);
