namespace Lrs.Packages.Modules;

/// <summary>Reads <c>assessment.yaml</c>.</summary>
internal static class AssessmentReader
{
    public static Assessment? Read(YamlMap map, string file, InterfaceText text, SourceIndex index)
    {
        var title = map.Text("title");
        var introduction = map.Text("introduction");
        var entries = map.Maps("questions");
        map.NothingElse();
        var questions = entries.Select(entry => QuestionReader.Read(entry, QuestionUse.Assessment, file, index)).OfType<Question>().ToList();
        if (title is null || introduction is null)
        {
            return null;
        }

        return new Assessment(title, new Prose(file, text, index).Render(introduction, map.LineOf("introduction") - 1), questions);
    }
}
