using Lrs.Packages.Modules;
using Microsoft.Playwright;
using Xunit;
using Source = Lrs.Packages.Modules.ModuleReader;

namespace Lrs.Tests.Browser.Modules;

/// <summary>
/// Every screen of every module in every state, in each language: axe-core finds nothing, nothing is wider than a phone's 320 pixels (which is also 400 % zoom of a
/// usual window), and everything can be seen on paper.
/// </summary>
public sealed class EveryScreenIsAccessible(Browser browser)
{
    public static TheoryData<string> Modules => [.. Directory.GetDirectories(Repository.Path("content")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Modules))]
    public Task Of_a_module(string name) => Look(Repository.Path($"content/{name}"), name);

    [Fact]
    public async Task Of_a_module_that_has_one_of_everything()
    {
        using var folder = SampleModule.Folder();
        await Look(folder["sample"], "sample");
        await Look(folder["sample-later"], "sample-later");
    }

    // As a page without a learning system, so that looking needs no server: what is shown is the same.
    private async Task Look(string folder, string name)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes);
        var module = Assert.IsType<ModuleOutcome.Good>(Source.Read(files)).Module;
        using var package = new OpenedPackage(module);
        foreach (var edition in module.Translations.Prepend(module))
        {
            var page = await browser.NewPage(320);
            await page.GotoAsync(package.Address);
            await page.Locator("html[data-ready]").WaitForAsync();
            if (edition != module)
            {
                await page.Locator($"[data-language='{edition.Language}']").ClickAsync();
            }

            var walk = new Walk(page, edition, $"{name} {edition.Language}");
            await walk.All();
            await page.Context.CloseAsync();
        }
    }

    /// <summary>The package unpacked, to be opened as files.</summary>
    private sealed class OpenedPackage : IDisposable
    {
        private readonly TestFolder folder = new();

        public OpenedPackage(Module module)
        {
            using var zip = new MemoryStream();
            ModuleBuilder.Build(module, PackageFormat.Scorm12, zip);
            System.IO.Compression.ZipFile.ExtractToDirectory(zip, folder.Path);
        }

        public string Address => new Uri(folder["index.html"]).ToString();

        public void Dispose() => folder.Dispose();
    }

    /// <summary>One way through a module that comes by all of its states.</summary>
    private sealed class Walk(IPage page, Module module, string name)
    {
        public async Task All()
        {
            await PrintsWhole();
            for (var i = 0; i < module.Screens.Count; i++)
            {
                var screen = module.Screens[i];
                Assert.Equal(screen.Id, await page.Locator("[data-screen]:visible").GetAttributeAsync("data-screen"));
                await Check(screen.Id);
                await Browser.Shot(page, $"module-{name.Replace(' ', '-')}-{screen.Id}-320");
                if (await Act(screen))
                {
                    await Check($"{screen.Id} answered");
                    await Browser.Shot(page, $"module-{name.Replace(' ', '-')}-{screen.Id}-320-answered");
                }

                if (await page.Locator("[data-action=next]:visible").CountAsync() > 0)
                {
                    await page.Locator("[data-action=next]:visible").ClickAsync();
                }
            }

            if (module.Assessment is not null)
            {
                await Assess(module.Assessment, right: false);
                await page.Locator("[data-action=retry]").ClickAsync();
                await Assess(module.Assessment, right: true);
            }
        }

        private async Task Assess(Assessment assessment, bool right)
        {
            if (!right)
            {
                await Check("assessment");
                await page.Locator("[data-action=start]").ClickAsync();
            }

            foreach (var question in assessment.Questions)
            {
                if (question == assessment.Questions[0] && !right)
                {
                    await page.Locator($"form[data-question='{question.Id}'] [type=submit]").ClickAsync();
                    await Check($"{question.Id} without an answer");
                }

                if (!right)
                {
                    await Check(question.Id);
                }

                await Answer(question, right);
            }

            await page.Locator("[data-outcome]").WaitForAsync();
            await Check(right ? "passed" : "failed");
        }

        // Answers what is on a screen; a scenario by each of its ways.
        private async Task<bool> Act(Screen screen)
        {
            var closed = page.Locator("details:visible:not([open]) > summary");
            while (await closed.CountAsync() > 0)
            {
                await closed.First.ClickAsync();
            }

            foreach (var question in Questions(screen.Blocks))
            {
                await Answer(question, right: false);
            }

            foreach (var scenario in Scenarios(screen.Blocks))
            {
                await Play(scenario, screen.Id);
            }

            foreach (var form in await page.Locator("form.questionnaire:visible [data-open]:visible").AllAsync())
            {
                await form.Locator("[type=submit]").ClickAsync();
                await Check($"{screen.Id} without answers");
                foreach (var field in await form.Locator("fieldset").AllAsync())
                {
                    await (await field.Locator("textarea").CountAsync() > 0 ? field.Locator("textarea").FillAsync("A few words.") : field.Locator("input").First.CheckAsync());
                }

                await Check($"{screen.Id} filled in");
                await form.Locator("[type=submit]").ClickAsync();
            }

            return await page.Locator(".answered:visible, [open]:visible").CountAsync() > 0;
        }

        private async Task Play(Scenario scenario, string where)
        {
            var endings = new HashSet<string>(StringComparer.Ordinal);
            foreach (var way in Ways(scenario, scenario.Scenes[0]))
            {
                // Every ending once is enough; there may be hundreds of ways.
                if (!endings.Add(way[^1].Scene.Next[way[^1].Choice]))
                {
                    continue;
                }

                foreach (var (scene, choice) in way)
                {
                    await page.Locator($"#{scene.Question!.Id}-{choice}").CheckAsync();
                    await page.Locator($"form[data-question='{scene.Question.Id}'] [type=submit]").ClickAsync();
                }

                await page.Locator($"[data-scenario='{scenario.Id}'] .ending:visible").WaitForAsync();
                await Check($"{where}, {scenario.Id} at {way[^1].Scene.Next[way[^1].Choice]}");
                await page.Locator($"[data-again='{scenario.Id}']").ClickAsync();
            }
        }

        private static IEnumerable<List<(Scene Scene, string Choice)>> Ways(Scenario scenario, Scene scene) => scene.Question is null
            ? [[]]
            : scene.Next.SelectMany(step => Ways(scenario, scenario.Scenes.First(next => next.Id == step.Value)).Select(rest => rest.Prepend((scene, step.Key)).ToList()));

        private async Task Answer(Question question, bool right)
        {
            var wrong = question.Choices.Select(choice => choice.Id).Except(question.Answer).Take(1).DefaultIfEmpty(question.Answer[0]);
            foreach (var choice in right ? question.Answer : wrong)
            {
                await page.Locator($"#{question.Id}-{choice}").CheckAsync();
            }

            await page.Locator($"form[data-question='{question.Id}'] [type=submit]").ClickAsync();
        }

        private async Task Check(string where)
        {
            await Axe.FindsNothing(page.MainFrame, $"{name}, {where}");
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{name}, {where}: wider than 320 pixels.");
        }

        private async Task PrintsWhole()
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            foreach (var screen in module.Screens)
            {
                Assert.True(await page.Locator($"[data-screen='{screen.Id}']").IsVisibleAsync(), $"{name}: {screen.Id} is not printed.");
            }

            Assert.False(await page.Locator("[data-action=next]").IsVisibleAsync());
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        private static IEnumerable<Question> Questions(IEnumerable<Block> blocks) => Flat(blocks).OfType<Block.Asked>().Select(asked => asked.Question);

        private static IEnumerable<Scenario> Scenarios(IEnumerable<Block> blocks) => Flat(blocks).OfType<Block.Played>().Select(played => played.Scenario);

        private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
        {
            Block.Callout callout => Flat(callout.Content),
            Block.Reveal reveal => Flat(reveal.Content),
            _ => [block],
        });
    }
}
