namespace Personio.Rest.Tests.Values;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("<p> </p><ul><li></li></ul>", null)]
    [InlineData("plain", "plain")]
    [InlineData("<p>One</p><p>Two<br/>Three</p>", "One\nTwo\nThree")]
    [InlineData("<ul><li>A</li>\n<LI class='x'>B</LI></ul>", "- A\n- B")]
    [InlineData("a <b>bold</b>\n  word", "a bold word")]
    [InlineData("K&uuml;che &amp; B&#252;ro&nbsp;1", "Küche & Büro 1")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData("a<script>if (a < b) { x('<p>') }</script>b<style>p > b {}</style>c", "abc")]
    [InlineData("a<script>never ends", "a")]
    [InlineData("a<!-- note -->b", "ab")]
    [InlineData("ends in <", "ends in <")]
    [InlineData("ends in <a href=", "ends in <a href=")]
    [InlineData("<h2>Head</h2>Body", "Head\nBody")]
    public void Markup_is_removed_and_paragraphs_become_lines(string? html, string? text) =>
        Assert.Equal(text, HtmlText.Parse(html));
}
