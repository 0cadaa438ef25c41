namespace Lrs.Packages.Modules;

/// <summary>A branching scenario: the learner decides, sees what comes of it and goes on from there until an ending.</summary>
/// <param name="Id">Unique in the module.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Scenes">The scenes, the first one first; every one can be reached, none twice on one path, and every path ends.</param>
public sealed record Scenario(string Id, string Title, IReadOnlyList<Scene> Scenes);

/// <summary>One scene: either a question whose choices lead on, or an ending.</summary>
/// <param name="Id">Unique in the scenario.</param>
/// <param name="Title">A heading, if it has one.</param>
/// <param name="Html">What happens.</param>
/// <param name="Question">What the learner decides; its id is <c>SCENARIO-SCENE</c>. Null in an ending.</param>
/// <param name="Next">To which scene each choice leads, by the choice's id; empty in an ending.</param>
/// <param name="Ending">How it ends; null where the learner decides.</param>
public sealed record Scene(string Id, string? Title, string Html, Question? Question, IReadOnlyDictionary<string, string> Next, Ending? Ending);

/// <summary>How a scenario can end.</summary>
public enum Ending
{
    /// <summary>What should be achieved was achieved.</summary>
    Good,

    /// <summary>Some of it was.</summary>
    Mixed,

    /// <summary>It was not.</summary>
    Poor,
}
