namespace Personio.Rest.Tests.Values;

/// <summary>How special characters affect the readers of a text.</summary>
public sealed class CharacterKindTests
{
    [Theory]
    [InlineData('\n', true, true, true)]
    [InlineData('\u001b', true, true, true)]
    [InlineData('\u0085', true, true, true)]
    [InlineData('\u2028', true, true, true)]
    [InlineData('\u2029', true, true, true)]
    [InlineData('\u202e', false, true, true)]
    [InlineData('\u2066', false, true, true)]
    [InlineData('\u200d', false, true, false)]
    [InlineData('\u00ad', false, true, false)]
    [InlineData('\u00a0', false, false, false)]
    [InlineData(' ', false, false, false)]
    [InlineData('ß', false, false, false)]
    [InlineData('\ud83d', false, false, false)]
    public void Characters_are_classified_by_their_effect(char c, bool breaksLine, bool isInvisible, bool isMisleading)
    {
        Assert.Equal(breaksLine, CharacterKind.BreaksLine(c));
        Assert.Equal(isInvisible, CharacterKind.IsInvisible(c));
        Assert.Equal(isMisleading, CharacterKind.IsMisleading(c));
    }

    [Fact]
    public void Tag_characters_beyond_the_first_plane_are_invisible() =>
        Assert.True(CharacterKind.IsInvisible(0xE0041));
}
