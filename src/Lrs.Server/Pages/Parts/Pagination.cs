namespace Lrs.Server.Pages.Parts;

/// <summary>The way to the pages before and after this one.</summary>
/// <param name="Previous">Address of the page before; null on the first.</param>
/// <param name="Next">Address of the page after; null on the last.</param>
internal sealed record Pagination(string? Previous, string? Next);
