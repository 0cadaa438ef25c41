namespace Lrs.Server.Pages;

/// <summary>A page that says one thing.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Text">What it means and what to do.</param>
internal sealed record Notice(string Title, string Text);
