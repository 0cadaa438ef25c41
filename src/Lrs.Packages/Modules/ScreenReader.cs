using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Lrs.Packages.Modules;

/// <summary>Reads <c>screens/*.md</c>: front matter with the title, then Markdown with the blocks of <c>content/README.md</c>.</summary>
internal sealed class ScreenReader(string file, InterfaceText text, Questionnaires questionnaires, SourceIndex index)
{
    private readonly Prose prose = new(file, text, index);

    /// <summary>Null and faults if it has no front matter with a title.</summary>
    public Screen? Read(string id, string source)
    {
        var lines = source.Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (lines[0].TrimEnd() != "---" || end < 0)
        {
            index.Fault(file, 1, "A screen starts with a line '---', a line 'title: …' and a line '---'.");
            return null;
        }

        var head = YamlMap.Load(string.Join('\n', lines[1..end]), file, 1, index);
        var title = head?.Text("title");
        head?.NothingElse();

        var body = string.Join('\n', lines[(end + 1)..]);
        var document = Markdown.Parse(body, Prose.Pipeline);
        var blocks = Blocks(document, end + 1);
        if (document.Count is 0)
        {
            index.Fault(file, end + 1, "The screen is empty.");
        }

        return title is null ? null : new Screen(id, title, blocks);
    }

    private List<Block> Blocks(IEnumerable<Markdig.Syntax.Block> source, int linesBefore)
    {
        var blocks = new List<Block>();
        var waiting = new List<Markdig.Syntax.Block>();

        foreach (var block in source)
        {
            if (block is CustomContainer or FencedCodeBlock { Info: { Length: > 0 } })
            {
                Flush();
                if (Special(block, linesBefore) is { } special)
                {
                    blocks.Add(special);
                }
            }
            else if (block is not (LinkReferenceDefinitionGroup or BlankLineBlock))
            {
                waiting.Add(block);
            }
        }

        Flush();
        return blocks;

        void Flush()
        {
            if (waiting.Count > 0)
            {
                blocks.Add(new Block.Prose(prose.Render(waiting, linesBefore)));
                waiting.Clear();
            }
        }
    }

    private Block? Special(Markdig.Syntax.Block block, int linesBefore)
    {
        var line = linesBefore + block.Line + 1;
        if (block is CustomContainer container)
        {
            return Container(container, container.Info ?? "", container.Arguments?.Trim() ?? "", linesBefore, line);
        }

        var fenced = (FencedCodeBlock)block;
        if (fenced.Info is not ("question" or "decision" or "scenario" or "questionnaire" or "figure" or "audio" or "video"))
        {
            index.Fault(file, line, $"There is no block '{fenced.Info}'; there are question, decision, scenario, questionnaire, figure, audio and video.");
            return null;
        }

        if (YamlMap.Load(fenced.Lines.ToString(), file, line, index) is not { } map)
        {
            return null;
        }

        return fenced.Info switch
        {
            "question" => QuestionReader.Read(map, QuestionUse.Check, file, index) is { } question ? new Block.Asked(question) : null,
            "decision" => QuestionReader.Read(map, QuestionUse.Decision, file, index) is { } decision ? new Block.Asked(decision) : null,
            "scenario" => new ScenarioReader(file, index, prose).Read(map) is { } scenario ? new Block.Played(scenario) : null,
            "questionnaire" => Polled(map),
            "figure" => Figure(map),
            _ => Recording(map, fenced.Info is "video"),
        };
    }

    private Block? Container(CustomContainer container, string kind, string title, int linesBefore, int line)
    {
        var content = Blocks(container, linesBefore);
        if (container.Count is 0)
        {
            index.Fault(file, line, $"The block '::: {kind}' is empty.");
        }

        if (kind is "reveal")
        {
            if (title.Length is 0)
            {
                index.Fault(file, line, "A reveal needs a title: '::: reveal What happens next?'.");
            }

            return new Block.Reveal(title, content);
        }

        if (Block.CalloutKinds.Contains(kind))
        {
            return new Block.Callout(kind, title, content);
        }

        index.Fault(file, line, $"There is no block '::: {kind}'; there are {string.Join(", ", Block.CalloutKinds)} and reveal.");
        return null;
    }

    private Block.Polled? Polled(YamlMap map)
    {
        var name = map.Text("file");
        map.NothingElse();
        return name is not null && questionnaires.Show(name, file, map.LineOf("file")) is { } questionnaire ? new Block.Polled(questionnaire) : null;
    }

    private Block.Figure? Figure(YamlMap map)
    {
        var name = map.Text("file");
        var alternative = map.Text("alternative");
        var caption = map.TextOrNothing("caption");
        var description = Paragraphs(map, "description", needed: false);
        map.NothingElse();
        if (name is not null)
        {
            index.UseMedia(name, file, map.LineOf("file"));
            if (!MediaReader.IsPicture(name))
            {
                map.Fault(map.LineOf("file"), $"'{name}' is not a picture.");
            }
        }

        return name is null || alternative is null ? null : new Block.Figure(name, alternative, caption, description);
    }

    private Block.Recording? Recording(YamlMap map, bool video)
    {
        var name = map.Text("file");
        var title = map.Text("title");
        var captions = video ? map.Text("captions") : null;
        var transcript = Paragraphs(map, "transcript", needed: true);
        map.NothingElse();
        foreach (var (used, key) in new[] { (name, "file"), (captions, "captions") })
        {
            if (used is not null)
            {
                index.UseMedia(used, file, map.LineOf(key));
            }
        }

        if (captions?.EndsWith(".vtt", StringComparison.Ordinal) is false)
        {
            map.Fault(map.LineOf("captions"), "Captions are a WebVTT file (.vtt).");
        }

        return name is null || title is null || (video && captions is null) ? null : new Block.Recording(video, name, title, captions, transcript);
    }

    private List<Block> Paragraphs(YamlMap map, string key, bool needed)
    {
        var said = needed ? map.Text(key) : map.TextOrNothing(key);
        return said is null ? [] : [new Block.Prose(prose.Render(said, map.LineOf(key)))];
    }
}
