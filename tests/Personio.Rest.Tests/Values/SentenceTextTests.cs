namespace Personio.Rest.Tests.Values;

/// <summary>The ends of sentences.</summary>
public sealed class SentenceTextTests
{
    [Theory]
    [InlineData("Not found", "Not found.")]
    [InlineData("Not found.", "Not found.")]
    [InlineData("Not found. \n", "Not found.")]
    [InlineData("Who?", "Who?")]
    [InlineData("No!", "No!")]
    public void A_period_is_added_to_a_sentence_without_one(string text, string sentence) =>
        Assert.Equal(sentence, SentenceText.AddPeriod(text));
}
