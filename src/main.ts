console.log("underpin");
