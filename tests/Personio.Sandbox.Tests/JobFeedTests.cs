using System.Xml.Linq;

namespace Personio.Sandbox.Tests;

public sealed class JobFeedTests
{
    [Fact]
    public async Task The_feed_is_XML_and_open_to_anybody()
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.PersonCount = 1);

        Reply reply = await visitor.GetAsync("xml");
        XElement feed = XDocument.Parse(reply.Body).Root!;

        Assert.Equal((200, "application/xml"), (reply.Status, reply.ContentType));
        Assert.NotNull(reply.Message.Content.Headers.LastModified);
        Assert.Equal("workzag-jobs", feed.Name.LocalName);
        Assert.Equal(4, feed.Elements("position").Select(position => (int)position.Element("id")!).Distinct().Count());
        Assert.Contains("Über uns", reply.Body, StringComparison.Ordinal);
        Assert.Contains("<![CDATA[<ul><li>Löhne &amp; Gehälter", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xml", "Deine Aufgaben", "Dein Profil", "Über uns")]
    [InlineData("xml?language=de", "Deine Aufgaben", "Dein Profil", "Über uns")]
    [InlineData("xml?language=en", "Your tasks", "Your profile", "What you will do")]
    [InlineData("xml?language=fr")]
    public async Task A_position_has_text_in_the_languages_it_is_written_in(string path, params string[] headings)
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.PersonCount = 1);

        Reply reply = await visitor.GetAsync(path);

        Assert.Equal(
            headings,
            XDocument.Parse(reply.Body).Descendants("jobDescription").Select(text => (string)text.Element("name")!));
    }

    [Fact]
    public async Task Unpublished_values_are_missing_or_empty()
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options => options.PersonCount = 1);

        Reply reply = await visitor.GetAsync("xml");
        XElement last = XDocument.Parse(reply.Body).Descendants("position").Last();

        Assert.Null(last.Element("yearsOfExperience"));
        Assert.Null(last.Element("keywords"));
        Assert.True(last.Element("salaryInformation")!.IsEmpty);
    }
}
