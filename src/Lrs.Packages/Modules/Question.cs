namespace Lrs.Packages.Modules;

/// <summary>How a question is answered. Every kind maps to an interaction of SCORM 1.2 and of xAPI.</summary>
public enum QuestionType
{
    /// <summary>One choice of several (interaction <c>choice</c>).</summary>
    Single,

    /// <summary>All choices that are right (interaction <c>choice</c>).</summary>
    Multiple,

    /// <summary>True or false (interaction <c>true-false</c>); its choices are <c>t</c> and <c>f</c>.</summary>
    TrueFalse,
}

/// <summary>What a question is for.</summary>
public enum QuestionUse
{
    /// <summary>A knowledge check inside a screen.</summary>
    Check,

    /// <summary>"What would you do?": every choice has a consequence.</summary>
    Decision,

    /// <summary>A scene of a branching scenario: every choice has a consequence and leads on, and each answer alone is right.</summary>
    Scene,

    /// <summary>Part of the assessment; counts for the score.</summary>
    Assessment,
}

/// <summary>A question with its choices, the right answer and why it is right.</summary>
/// <param name="Id">Unique in the module; lower-case letters, digits and hyphens, so that it is a SCORM 1.2 CMIIdentifier and part of an IRI as it is.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Type">How it is answered.</param>
/// <param name="Text">The question, plain text.</param>
/// <param name="Choices">What can be chosen, in order.</param>
/// <param name="Answer">Ids of the right choices, in the order of the choices.</param>
/// <param name="Explanation">Why the right answer is right, plain text.</param>
public sealed record Question(
    string Id, QuestionUse Use, QuestionType Type, string Text, IReadOnlyList<Choice> Choices, IReadOnlyList<string> Answer, string Explanation);

/// <summary>One thing that can be chosen.</summary>
/// <param name="Id">One letter or digit, because SCORM 1.2 knows choices by one character (CMIFeedback).</param>
/// <param name="Text">What the learner reads.</param>
/// <param name="Feedback">What is said to who chose it.</param>
public sealed record Choice(string Id, string Text, string? Feedback);
