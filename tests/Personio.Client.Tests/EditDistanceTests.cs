namespace Personio.Client.Tests;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("Vacation", "Vacation", 0)]
    [InlineData("Vacation", "vacation", 1)]
    [InlineData("Vacation", "Vaction", 1)]
    [InlineData("Vacation", "Vacations", 1)]
    [InlineData("Vacation", "Vocation", 1)]
    [InlineData("Vacation", "Vactaion", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Überstunden", "Uberstunden", 1)]
    [InlineData("abc", "xyz", 3)]
    public void It_counts_the_letters_to_change(string one, string other, int letters)
    {
        Assert.Equal(letters, EditDistance.Between(one, other));
        Assert.Equal(letters, EditDistance.Between(other, one));
    }
}
