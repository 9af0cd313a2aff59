namespace Personio.Sandbox.Tests;

/// <summary>Waits for a condition that another thread fulfills shortly, and fails if it never does.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> condition)
    {
        for (int i = 0; !condition(); i++)
        {
            Assert.True(i < 2000, "It did not come true within twenty seconds.");
            await Task.Delay(10);
        }
    }
}
