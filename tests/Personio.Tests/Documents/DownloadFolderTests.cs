using Personio.Client;

namespace Personio.Tests.Documents;

public sealed class DownloadFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("personio-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_download_that_is_still_ending_leaves_no_partial_file_behind()
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var files = new DownloadFolder(isForced: true);
        Task writing = files.WriteAsync(_folder, async stream =>
        {
            await stream.WriteAsync(new byte[10]);
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
            }
            catch (OperationCanceledException)
            {
                // As on a busy machine.
                await Task.Delay(200, CancellationToken.None);
            }

            throw new OperationCanceledException();
        });
        await begun.Task;
        Assert.Single(Directory.GetFiles(_folder));

        await stop.CancelAsync();
        files.Dispose();

        Assert.Empty(Directory.GetFiles(_folder));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }
}
